package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Step;

/** How a vendor writes an error. */
@FunctionalInterface
interface Errors {

    /** The vendor's body for the step's status, in the step's own words where it has some. */
    Answer of(Step step, int status);
}
