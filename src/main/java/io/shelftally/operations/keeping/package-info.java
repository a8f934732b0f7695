/** Keeps the data: backs an H2 file up, restores it, and moves it to PostgreSQL. */
@NullMarked
package io.shelftally.operations.keeping;

import org.jspecify.annotations.NullMarked;
