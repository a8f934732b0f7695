package io.shelftally.operations.changes;

/** A capture on one night that dealt with it. */
record CaptureStanding(boolean isSettled, int retries) {}
