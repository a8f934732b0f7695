package io.shelftally.night.scans;

import java.util.List;
import java.util.function.Supplier;

/** The two calls about scans; what they return reads the answer. */
interface ScanCalls {

    Supplier<ScanResult> statuses(List<Long> scanIds) throws InterruptedException;

    Supplier<ScanResult> report(long scanId) throws InterruptedException;
}
