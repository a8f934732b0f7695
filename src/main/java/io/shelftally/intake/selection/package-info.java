/** Which captures and scans of a night a rerun looks at. */
@NullMarked
package io.shelftally.intake.selection;

import org.jspecify.annotations.NullMarked;
