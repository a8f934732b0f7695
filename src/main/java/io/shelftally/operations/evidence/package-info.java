/** The vendors' stored answers, for those who want to read one as it came. */
@NullMarked
package io.shelftally.operations.evidence;

import org.jspecify.annotations.NullMarked;
