/** Both vendors on a loopback port, served from a seed or from files; the job never uses it. */
@NullMarked
package io.shelftally.proof.sandbox;

import org.jspecify.annotations.NullMarked;
