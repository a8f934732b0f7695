/** What the vendors may answer, whichever it is: replies, reasons that can be counted, pauses, times, JSON. */
@NullMarked
package io.shelftally.calls.answers;

import org.jspecify.annotations.NullMarked;
