/** What was set aside, where it stood, and why; nothing that came in is lost. */
@NullMarked
package io.shelftally.intake.quarantine;

import org.jspecify.annotations.NullMarked;
