/** What every line of the log is about: the run, the step and the item, for a log that is read by machines. */
@NullMarked
package io.shelftally.base.logging;

import org.jspecify.annotations.NullMarked;
