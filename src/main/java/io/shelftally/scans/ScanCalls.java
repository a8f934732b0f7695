package io.shelftally.scans;

import java.util.List;

/** The two calls about scans. */
interface ScanCalls {

    ScanResult statuses(List<Long> scanIds) throws InterruptedException;

    ScanResult report(long scanId) throws InterruptedException;
}
