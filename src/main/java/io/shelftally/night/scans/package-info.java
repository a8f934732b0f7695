/** Pensa's shelf scans: the client, statuses and reports, the state machine of a scan, its table. */
@NullMarked
package io.shelftally.night.scans;

import org.jspecify.annotations.NullMarked;
