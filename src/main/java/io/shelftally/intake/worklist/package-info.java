/** The night's work list, from files or SQL, and the quarantine of bad rows. */
@NullMarked
package io.shelftally.intake.worklist;

import org.jspecify.annotations.NullMarked;
