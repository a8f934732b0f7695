/** The quarantine as an operator works through it: rows are looked at, mended, or put aside for good. */
@NullMarked
package io.shelftally.operations.review;

import org.jspecify.annotations.NullMarked;
