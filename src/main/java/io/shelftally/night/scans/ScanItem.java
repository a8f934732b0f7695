package io.shelftally.night.scans;

/** A scan to call about. */
record ScanItem(long scanId, ScanState state) {}
