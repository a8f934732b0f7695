package io.shelftally.calls.quota;

/**
 * The row that orders the processes which share a key.
 *
 * @param seenMillis the ledger time of the last visit by any of them
 * @param wallMillis the clock's time of that visit
 * @param blockedUntilMillis the ledger time until which the vendor refuses all calls
 */
record LedgerRow(long seenMillis, long wallMillis, long blockedUntilMillis) {}
