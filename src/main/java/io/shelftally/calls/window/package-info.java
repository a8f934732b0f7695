/** How many calls are with a vendor at once: a fixed number, or one that is found by itself; and this process's share of it. */
@NullMarked
package io.shelftally.calls.window;

import org.jspecify.annotations.NullMarked;
