/** When a late call is made a second time, call by call. */
@NullMarked
package io.shelftally.calls.hedging;

import org.jspecify.annotations.NullMarked;
