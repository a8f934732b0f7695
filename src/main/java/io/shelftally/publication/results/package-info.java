/** The derived rows of a night, and their columns, defined once. */
@NullMarked
package io.shelftally.publication.results;

import org.jspecify.annotations.NullMarked;
