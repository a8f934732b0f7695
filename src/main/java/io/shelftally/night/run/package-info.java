/** The run: its business date, its lease with a fencing token, its history. */
@NullMarked
package io.shelftally.night.run;

import org.jspecify.annotations.NullMarked;
