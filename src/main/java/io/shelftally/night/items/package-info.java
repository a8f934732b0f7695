/** What captures and scans share as items of a night: how they are listed, selected, queued, claimed and settled. */
@NullMarked
package io.shelftally.night.items;

import org.jspecify.annotations.NullMarked;
