/** Begins jobs at their times, for places without cron: when each is due, what is made up for, and the process that it runs in. */
@NullMarked
package io.shelftally.operations.scheduling;

import org.jspecify.annotations.NullMarked;
