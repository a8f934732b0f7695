/** What both vendors' APIs need: one guarded HTTP exchange, retry pauses, the quota ledger, reasons that can be counted. */
@NullMarked
package io.shelftally.vendor;

import org.jspecify.annotations.NullMarked;
