/**
 * A night's collection on several machines: buckets of items as tasks of the engine, what a run asks of those who take part,
 * and by what their writes and calls are fenced (docs/adr/0019-workers.md). Begin with {@code CollectTask}.
 */
@NullMarked
package io.shelftally.job.workers;

import org.jspecify.annotations.NullMarked;
