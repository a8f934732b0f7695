/** The databases of the tests: H2 in memory, and a PostgreSQL server of this process. */
@NullMarked
package io.shelftally.database;

import org.jspecify.annotations.NullMarked;
