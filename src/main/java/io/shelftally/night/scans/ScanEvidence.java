package io.shelftally.night.scans;

import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.collect.Completed;
import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.night.evidence.EvidenceEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is kept of answers about scans besides what they change in the rows of the scans. */
final class ScanEvidence {

    static final String VENDOR = "pensa";

    private static final int LONGEST_ID = 255;

    private ScanEvidence() {}

    static List<EvidenceEntry> entries(List<Completed<ScanCall, ScanResult>> completed) {
        return completed.stream().flatMap(one -> entry(one).stream()).toList();
    }

    static List<CallCounts.Call> calls(List<Completed<ScanCall, ScanResult>> completed) {
        return completed.stream().flatMap(one -> one.calls(one.call().name())).toList();
    }

    /** By scan id. */
    static Map<Long, String> guids(List<Completed<ScanCall, ScanResult>> completed) {
        Map<Long, String> guids = new HashMap<>();
        completed.forEach(one -> one.result().statuses().forEach((scanId, status) -> {
            if (status.guid() != null) {
                guids.put(scanId, status.guid());
            }
        }));
        return guids;
    }

    /** What the answers say of scans that were not asked about, to be set aside. */
    static List<QuarantineRow> unasked(List<Completed<ScanCall, ScanResult>> completed) {
        return completed.stream().flatMap(ScanEvidence::unasked).toList();
    }

    private static Optional<EvidenceEntry> entry(Completed<ScanCall, ScanResult> one) {
        ScanResult result = one.result();
        return result.body()
                .map(body -> EvidenceEntry.of(VENDOR, one.call().name(), filedUnder(one), result.answer(), body));
    }

    /** The scans that a status answer tells of, so that it is found by what it holds; else what was asked about. */
    private static String filedUnder(Completed<ScanCall, ScanResult> one) {
        Set<Long> told = one.result().statuses().keySet();
        return told.isEmpty() ? one.call().subject() : ScanSubjects.of(told);
    }

    private static Stream<QuarantineRow> unasked(Completed<ScanCall, ScanResult> one) {
        return one.result().unasked().stream()
                .map(other -> new QuarantineRow(
                        "pensa:" + shortened(other.scanId()),
                        "/data",
                        null,
                        null,
                        QuarantineCode.UNASKED_ANSWER,
                        "a " + one.call().name() + " answer speaks of a scan that was not asked about",
                        other.raw()));
    }

    /** A true id has 19 digits at the most; the whole of this one stands in the raw text. */
    private static String shortened(String scanId) {
        return scanId.substring(0, Math.min(scanId.length(), LONGEST_ID));
    }
}
