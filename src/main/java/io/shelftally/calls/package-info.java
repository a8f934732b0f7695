/**
 * Calls to any vendor, whichever it is: one guarded HTTP exchange, what an answer may be, the ledger of an API key's quota,
 * and the engine that drives both vendors. Nothing of a certain vendor and no table of a night. Begin with
 * {@code collect.CollectionEngine}.
 */
@NullMarked
package io.shelftally.calls;

import org.jspecify.annotations.NullMarked;
