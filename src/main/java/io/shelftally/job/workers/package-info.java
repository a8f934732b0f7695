/**
 * A night on several machines: buckets of items to collect and shares of scans to derive as tasks of the engine, what a run asks
 * of those who take part, and by what their writes and calls are fenced (docs/adr/0019-workers.md, 0022-deriving-on-workers.md).
 * Begin with {@code CollectTask} and {@code ShareTask}.
 */
@NullMarked
package io.shelftally.job.workers;

import org.jspecify.annotations.NullMarked;
