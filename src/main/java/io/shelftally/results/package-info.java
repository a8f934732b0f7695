/** The derived rows of a night: their columns, defined once, and their tables. */
@NullMarked
package io.shelftally.results;

import org.jspecify.annotations.NullMarked;
