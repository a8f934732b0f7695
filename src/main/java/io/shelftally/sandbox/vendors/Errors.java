package io.shelftally.sandbox.vendors;

import io.shelftally.sandbox.world.Step;

/** How a vendor writes an error. */
@FunctionalInterface
interface Errors {

    /** The vendor's body for the step's status, in the step's own words where it has some. */
    Answer of(Step step, int status);
}
