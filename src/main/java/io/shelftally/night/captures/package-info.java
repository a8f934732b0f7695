/** Closient's captures: the client, the state machine of a capture, its table. */
@NullMarked
package io.shelftally.night.captures;

import org.jspecify.annotations.NullMarked;
