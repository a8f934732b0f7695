@NullMarked
package io.shelftally.calls.http;

import org.jspecify.annotations.NullMarked;
