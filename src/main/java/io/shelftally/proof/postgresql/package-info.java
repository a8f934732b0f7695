/** A PostgreSQL server that needs nothing installed, for the tests and for the benchmark. */
@NullMarked
package io.shelftally.proof.postgresql;

import org.jspecify.annotations.NullMarked;
