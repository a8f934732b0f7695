/** The derived rows of a night on their way into the tables of an export, and from there into its files. */
@NullMarked
package io.shelftally.job.output;

import org.jspecify.annotations.NullMarked;
