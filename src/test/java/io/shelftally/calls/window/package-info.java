/** Windows against vendors in virtual time. */
@NullMarked
package io.shelftally.calls.window;

import org.jspecify.annotations.NullMarked;
