/** Worlds made from a seed: each capture and scan is computed when it is asked for. */
@NullMarked
package io.shelftally.proof.sandbox.seeded;

import org.jspecify.annotations.NullMarked;
