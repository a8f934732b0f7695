/**
 * What captures and scans share as items of a night: how they are listed, selected, queued, claimed and settled. With the
 * vendors stays what differs in kind: the columns of a row, the calls and what their answers mean, quota and retries.
 */
@NullMarked
package io.shelftally.night.items;

import org.jspecify.annotations.NullMarked;
