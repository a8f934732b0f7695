/** Checks a published export by nothing but its own files. */
@NullMarked
package io.shelftally.verification;

import org.jspecify.annotations.NullMarked;
