/** What both vendors' APIs need: one guarded HTTP exchange, tokens, retry pauses, reasons that can be counted. */
@NullMarked
package io.shelftally.vendor;

import org.jspecify.annotations.NullMarked;
