/** The open breaks of a published night, for those who work on them. */
@NullMarked
package io.shelftally.operations.breaks;

import org.jspecify.annotations.NullMarked;
