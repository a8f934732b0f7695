/** Kills the real job again and again, at random and at every failpoint, and compares what it publishes in the end. */
@NullMarked
package io.shelftally.proof.torture;

import org.jspecify.annotations.NullMarked;
