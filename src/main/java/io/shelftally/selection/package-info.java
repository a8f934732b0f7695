/** Which captures and scans of a night a rerun looks at. */
@NullMarked
package io.shelftally.selection;

import org.jspecify.annotations.NullMarked;
