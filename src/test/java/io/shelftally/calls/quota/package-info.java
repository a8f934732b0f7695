@NullMarked
package io.shelftally.calls.quota;

import org.jspecify.annotations.NullMarked;
