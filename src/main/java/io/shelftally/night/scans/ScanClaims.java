package io.shelftally.night.scans;

import io.shelftally.calls.collect.Pace;
import io.shelftally.night.items.Claims;
import io.shelftally.night.items.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which calls about scans are made next: reports, and statuses for as many scans. If these were asked only when no report is
 * left to ask for, the vendor would wait idly for them; if all at once, the reports would wait until they are stored.
 */
final class ScanClaims {

    /** So many status calls are claimed at the most: each holds a whole batch of scans in memory. */
    private static final int STATUS_CALLS = 32;

    private final int statusBatch;
    private final Claims<Long, ScanItem> reports;
    private final Claims<Long, ScanItem> statuses;

    ScanClaims(Part part, int statusBatch, ScanItems items, Pace pace) {
        Claims.Due<ScanItem> due = (queue, most) -> items.queue().due(part, queue, pace.now(), most);
        this.statusBatch = statusBatch;
        this.reports = new Claims<>(due, ScanItem::scanId);
        this.statuses = new Claims<>(due, ScanItem::scanId);
    }

    List<ScanCall> claim(int most) {
        int share = most == 1 ? 0 : (most + statusBatch) / (statusBatch + 1);
        List<ScanCall> calls = reportCalls(most - share);
        int open = batches(statuses.ids().size());
        calls.addAll(statusCalls(Math.min(Math.max(share, batches(most - calls.size())), STATUS_CALLS - open)));
        calls.addAll(reportCalls(most - calls.size()));
        return calls;
    }

    void letGo(List<ScanCall> calls) {
        calls.forEach(call -> (call.isReport() ? reports : statuses).letGo(call.ids()));
    }

    void release(List<ScanCall> calls) {
        reports.release(scans(calls, true));
        statuses.release(scans(calls, false));
    }

    void readAgain() {
        reports.readAgain();
        statuses.readAgain();
    }

    Set<Long> inFlight() {
        Set<Long> inFlight = new HashSet<>(reports.ids());
        inFlight.addAll(statuses.ids());
        return inFlight;
    }

    private static List<ScanItem> scans(List<ScanCall> calls, boolean ofReports) {
        return calls.stream()
                .filter(call -> call.isReport() == ofReports)
                .flatMap(call -> call.scans().stream())
                .toList();
    }

    private List<ScanCall> reportCalls(int most) {
        return new ArrayList<>(reports.claim(ScanItems.REPORT_QUEUE, most).stream()
                .map(ScanCall::report)
                .toList());
    }

    private List<ScanCall> statusCalls(int most) {
        List<ScanCall> calls = new ArrayList<>();
        List<ScanItem> scans = statuses.claim(ScanItems.STATUS_QUEUE, most * statusBatch);
        for (int from = 0; from < scans.size(); from += statusBatch) {
            calls.add(ScanCall.statuses(scans.subList(from, Math.min(scans.size(), from + statusBatch))));
        }
        return calls;
    }

    private int batches(int scans) {
        return (scans + statusBatch - 1) / statusBatch;
    }
}
