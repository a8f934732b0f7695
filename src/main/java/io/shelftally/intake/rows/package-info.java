/** Rows of text from a CSV file or a query, each with the place it stood at and its raw text. */
@NullMarked
package io.shelftally.intake.rows;

import org.jspecify.annotations.NullMarked;
