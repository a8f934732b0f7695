/** What changed between two published nights, verdict by verdict, each with its cause. */
@NullMarked
package io.shelftally.operations.changes;

import org.jspecify.annotations.NullMarked;
