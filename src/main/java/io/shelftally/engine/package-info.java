/**
 * Tasks that any process of the database may run: who is alive, who does what, what becomes of the work of the dead, and when
 * something is due. It knows names, times and texts, and no night, vendor or row. The only place that knows db-scheduler
 * (docs/adr/0019-workers.md). Begin with {@code Engine}.
 */
@NullMarked
package io.shelftally.engine;

import org.jspecify.annotations.NullMarked;
