package io.shelftally.night.scans;

/**
 * The calls to Pensa that a run which starts now makes if every scan is complete; more where some are not.
 *
 * @param scans of the night, the settled ones included, which cost nothing
 * @param statusCalls each about as many scans as the setting allows
 * @param reports one for each unsettled scan
 */
public record ScanPlan(long scans, long statusCalls, long reports) {}
