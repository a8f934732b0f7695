/** The two vendors' APIs over HTTP: checks, limits, states, faults, and the journal of every call. */
@NullMarked
package io.shelftally.proof.sandbox.endpoints;

import org.jspecify.annotations.NullMarked;
