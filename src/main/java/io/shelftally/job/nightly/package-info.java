/** The nightly Batch job: one bean a step. */
@NullMarked
package io.shelftally.job.nightly;

import org.jspecify.annotations.NullMarked;
