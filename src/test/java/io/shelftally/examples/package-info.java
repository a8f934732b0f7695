/** The examples that the documents show: commands of a shell, and what they print. */
@NullMarked
package io.shelftally.examples;

import org.jspecify.annotations.NullMarked;
