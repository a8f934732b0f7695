package io.shelftally.night.scans;

import java.util.List;

/** A call to make: the statuses of several scans, or the reports of one. */
record ScanCall(boolean isReport, List<ScanItem> scans) {

    static ScanCall statuses(List<ScanItem> scans) {
        return new ScanCall(false, List.copyOf(scans));
    }

    static ScanCall report(ScanItem scan) {
        return new ScanCall(true, List.of(scan));
    }

    List<Long> ids() {
        return scans.stream().map(ScanItem::scanId).toList();
    }

    String name() {
        return isReport ? "report" : "statuses";
    }

    /** The id, and for several how many more. */
    String subject() {
        return ScanSubjects.of(scans.get(0).scanId(), scans.size() - 1);
    }
}
