/** The benchmark: a night of the real job against the sandbox, measured, and the same work done by plain chunk steps. */
@NullMarked
package io.shelftally.proof.benchmark;

import org.jspecify.annotations.NullMarked;
