/** Calls to the vendors: one guarded HTTP exchange, bounded bodies, secrets that stay hidden, access tokens. */
@NullMarked
package io.shelftally.calls.http;

import org.jspecify.annotations.NullMarked;
