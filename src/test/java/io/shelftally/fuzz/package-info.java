/** Feeds every parser of outside data with inputs drawn from seeds: a few in the tests, any number by a command. */
@NullMarked
package io.shelftally.fuzz;

import org.jspecify.annotations.NullMarked;
