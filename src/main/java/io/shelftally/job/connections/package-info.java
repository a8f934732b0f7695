/** The database, the vendors and the work list's source, connected as the settings say, which are checked before. */
@NullMarked
package io.shelftally.job.connections;

import org.jspecify.annotations.NullMarked;
