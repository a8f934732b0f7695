/** What changed between two published nights, verdict by verdict, each with its cause. */
@NullMarked
package io.shelftally.changes;

import org.jspecify.annotations.NullMarked;
