/** The tables behind the published datasets, and which version of a night is the published one. */
@NullMarked
package io.shelftally.results.store;

import org.jspecify.annotations.NullMarked;
