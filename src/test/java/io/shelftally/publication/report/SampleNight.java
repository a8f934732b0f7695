package io.shelftally.publication.report;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.report.Summary.Breaks;
import io.shelftally.publication.report.Summary.Calls;
import io.shelftally.publication.report.Summary.CarriedOver;
import io.shelftally.publication.report.Summary.Coverage;
import io.shelftally.publication.report.Summary.Input;
import io.shelftally.publication.report.Summary.Lines;
import io.shelftally.publication.report.Summary.OtherReports;
import io.shelftally.publication.report.Summary.Quota;
import io.shelftally.publication.report.Summary.Share;
import io.shelftally.publication.report.Summary.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The figures of a night that never was. */
public final class SampleNight {
    public static final LocalDate DATE = LocalDate.of(2026, 11, 21);

    private SampleNight() {}

    public static Summary summary() {
        return summary(DATE, breaks());
    }

    public static Summary summary(LocalDate date) {
        return summary(date, breaks());
    }

    static Summary summary(LocalDate date, Breaks breaks) {
        return new Summary(
                date,
                Instant.parse("2026-11-22T02:00:04.120Z"),
                Instant.parse("2026-11-22T03:14:40.007Z"),
                new Coverage(
                        new Share(500, 498, 50),
                        new Share(4_500, 4_471, 50),
                        new Lines(48_200, 47_911, 50),
                        482,
                        479,
                        10),
                new OtherReports(0, List.of(), ""),
                List.of(),
                Map.of(ScanOutcome.REPORTED, 482L, ScanOutcome.IN_PROGRESS, 9L, ScanOutcome.FAILED, 9L),
                captures(),
                verdicts(),
                Map.of(QuarantineCode.BAD_SCAN_ID, 3L, QuarantineCode.PRODUCT_WITHOUT_IDENTIFIER, 41L),
                new Summary.Unreadable(2, 1),
                breaks,
                new CarriedOver(187, 9),
                inputs(),
                List.of(
                        new Calls("closient", "OK", 4_471, 212),
                        new Calls("closient", "RATE_LIMITED", 12, 35),
                        new Calls("pensa", "OK", 1_020, 640),
                        new Calls("pensa", "TIMED_OUT", 3, 30_000)),
                List.of(new Summary.InFlight("pensa", 36, 16, 64)),
                List.of(new Quota("closient", "day", 4_483, 10_000), new Quota("pensa", "day", 1_023, 0)),
                Map.of("shelftally", "0.1.0", "java", "17.0.15", "database", "H2 2.4.240"),
                Map.of("shelftally.poll.longest", "PT1M", "max_retries", "1", "spreadsheet_safe", "true"));
    }

    public static ReportedNight night(LocalDate date) {
        return night(summary(date));
    }

    /** The first night of a database, with one break listed. */
    static ReportedNight night(Summary summary) {
        return new ReportedNight(
                summary,
                summary.breaks().open() == 0 ? List.of() : List.of(new ListedBreak(17, open("Oat milk", "0042"))),
                counts(summary.businessDate(), 388),
                List.of(),
                SharedWork.NONE);
    }

    /** The same, collected by two workers, one of which came late. */
    static ReportedNight sharedNight() {
        ReportedNight night = night(summary());
        return new ReportedNight(
                night.summary(),
                night.open(),
                night.tonight(),
                night.before(),
                new SharedWork(
                        Duration.ofMinutes(62),
                        List.of(
                                new SharedWork.Worker(
                                        "shelftally work 4711 1c2d3e4f",
                                        "node-01.example",
                                        Instant.parse("2026-11-22T02:00:41Z"),
                                        Duration.ofMinutes(62),
                                        211,
                                        3_480),
                                new SharedWork.Worker(
                                        "shelftally work 4702 99aa31f0",
                                        "node-02.example",
                                        Instant.parse("2026-11-22T02:31:02Z"),
                                        Duration.ofMinutes(31),
                                        102,
                                        1_511))));
    }

    static Break open(String text, String store) {
        return new Break(
                store + "/" + text,
                store,
                text,
                new Gtin("00012000111020"),
                text,
                DATE.minusDays(3),
                DATE,
                null,
                4,
                Verdict.OOS_DISPUTED,
                Verdict.CAPTURED_NOT_SEEN,
                null);
    }

    static NightCounts counts(LocalDate date, long open) {
        return new NightCounts(
                date, 1, 482, 4_102, 4_075, 3_790, 251, new Breaks(61, 40, open, List.of(), List.of()), 44);
    }

    private static Map<CaptureOutcome, Long> captures() {
        return Map.of(
                CaptureOutcome.RECONCILED, 4_102L,
                CaptureOutcome.WAITING_FOR_SCAN, 170L,
                CaptureOutcome.IN_PROGRESS, 17L,
                CaptureOutcome.UNLINKED, 121L,
                CaptureOutcome.NO_IDENTIFIER, 62L,
                CaptureOutcome.UNRESOLVED, 19L,
                CaptureOutcome.UNKNOWN_CAPTURE, 9L);
    }

    private static Map<Verdict, Long> verdicts() {
        return Map.of(
                Verdict.CONFIRMED, 3_790L,
                Verdict.CAPTURED_NOT_SEEN, 214L,
                Verdict.OOS_DISPUTED, 31L,
                Verdict.SEEN_NOT_CAPTURED, 27_415L,
                Verdict.OOS_REPORTED, 1_204L,
                Verdict.REPORT_CONFLICT, 6L,
                Verdict.NOT_COMPARABLE, 40L,
                Verdict.EXPECTED_NOT_SEEN, 12L);
    }

    private static Breaks breaks() {
        return new Breaks(
                61,
                40,
                388,
                List.of(new Tally("0042/Aisle 7", 41), new Tally("0042/Aisle 9", 22), new Tally("area:1187", 9)),
                List.of(new Tally("Ben & Jerry's", 38), new Tally("General Mills Sales Inc., Cereals Division", 12)));
    }

    private static List<Input> inputs() {
        return List.of(
                new Input("captures.csv", "/data/night/captures.csv", "0f".repeat(32), 4_512, 9, 3),
                new Input("scans.csv", "/data/night/scans.csv", "a1".repeat(32), 500, 0, 0));
    }
}
