package io.shelftally.vendor.quota;

/**
 * The calls of the last 24 hours.
 *
 * @param limit the most that the ledger allows; 0 is no limit
 */
public record DayUse(long used, long limit) {}
