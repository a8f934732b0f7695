/** Checks a published export by nothing but its own files. */
@NullMarked
package io.shelftally.publication.verification;

import org.jspecify.annotations.NullMarked;
