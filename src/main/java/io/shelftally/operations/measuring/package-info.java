/** Gives the figures of a run and of its night to Prometheus or OpenTelemetry: nothing is served, each end of a run hands them over. */
@NullMarked
package io.shelftally.operations.measuring;

import org.jspecify.annotations.NullMarked;
