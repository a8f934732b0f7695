/** The collection engine: drives every item until it is settled, under a window, a quota and a deadline. */
@NullMarked
package io.shelftally.calls.collect;

import org.jspecify.annotations.NullMarked;
