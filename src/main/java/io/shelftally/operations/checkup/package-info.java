/** Examines, without starting the job, whether a night could run: settings, credentials, clock, database, disk, vendors. */
@NullMarked
package io.shelftally.operations.checkup;

import org.jspecify.annotations.NullMarked;
