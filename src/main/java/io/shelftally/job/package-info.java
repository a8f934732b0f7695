/**
 * The Batch job, which brings the others together: six steps, what a run takes on, reruns, and every row derived from stored
 * answers. What is told to a terminal goes through {@code console}. Begin with {@code nightly.NightlyJob}, whose steps
 * are in the order of a night.
 */
@NullMarked
package io.shelftally.job;

import org.jspecify.annotations.NullMarked;
