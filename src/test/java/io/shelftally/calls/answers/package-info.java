@NullMarked
package io.shelftally.calls.answers;

import org.jspecify.annotations.NullMarked;
