/** When a late call is made a second time: how late that is, how many may be, and whether it pays. */
@NullMarked
package io.shelftally.calls.hedging;

import org.jspecify.annotations.NullMarked;
