/** The quota of a vendor's API key: each call is counted before it is sent, for every process that shares the key. */
@NullMarked
package io.shelftally.calls.quota;

import org.jspecify.annotations.NullMarked;
