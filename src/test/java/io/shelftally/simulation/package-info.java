/** Whole collections in virtual time: a world that is drawn from a seed, and what must hold in each. */
@NullMarked
package io.shelftally.simulation;

import org.jspecify.annotations.NullMarked;
