/** The nightly Batch job: one bean a step. */
@NullMarked
package io.shelftally.nightly;

import org.jspecify.annotations.NullMarked;
