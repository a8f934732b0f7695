/**
 * What a night is asked to look at: rows of CSV and SQL as they come, the work list judged from them, what was set aside, and
 * the items that a rerun chooses. It calls nobody. Begin with {@code worklist.Intake}.
 */
@NullMarked
package io.shelftally.intake;

import org.jspecify.annotations.NullMarked;
