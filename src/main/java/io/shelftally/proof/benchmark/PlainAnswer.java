package io.shelftally.proof.benchmark;

/**
 * What the plain step stores of a scan.
 *
 * @param products in both lists together
 * @param report as it came
 */
record PlainAnswer(long scanId, String status, int products, String report) {}
