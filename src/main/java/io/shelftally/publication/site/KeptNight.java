package io.shelftally.publication.site;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.report.Summary;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The figures of a published night that are kept when its rows and files are pruned, by kind and name. What occurs not once is
 * left out; coverage, quota and the time of calls are unknown where they were never kept.
 */
public record KeptNight(LocalDate businessDate, Map<Kind, Map<String, Long>> counts) {

    /** What is counted; each has names of its own. */
    public enum Kind {
        /** {@code VERSION}: the one that was counted. */
        NIGHT,
        VERDICT,
        SCAN,
        CAPTURE,
        SET_ASIDE,
        /** {@code OPENED}, {@code CLOSED}, {@code OPEN}. */
        BREAKS,
        /** {@code SCANS_ASKED} and {@code SCANS_ANSWERED}, {@code CAPTURES_ASKED} and {@code CAPTURES_ANSWERED}. */
        COVERAGE,
        /** {@code USED} of Closient's day when the night was published, and its {@code LIMIT}, 0 for none. */
        QUOTA,
        /** Calls that were answered as asked, by vendor. */
        CALLS,
        /** How long those took together, by vendor. */
        MILLIS,
        /** Those of the start of the night that made the most of them, by vendor. */
        TIMED,
        /** The milliseconds within which half of those were answered, by vendor. */
        P50,
        /** The same of 99 in a hundred. */
        P99
    }

    /** A part and its whole. */
    public record Share(long part, long whole) {}

    public KeptNight {
        Map<Kind, Map<String, Long>> all = new EnumMap<>(Kind.class);
        counts.forEach((kind, names) -> {
            Map<String, Long> kept = new TreeMap<>(names);
            kept.values().removeIf(number -> number == 0);
            if (!kept.isEmpty()) {
                all.put(kind, Map.copyOf(kept));
            }
        });
        counts = Map.copyOf(all);
    }

    /** What is kept of a night that is published as this version. */
    public static KeptNight of(Summary summary, int version) {
        Map<Kind, Map<String, Long>> counts = new EnumMap<>(Kind.class);
        counts.put(Kind.NIGHT, Map.of("VERSION", (long) version));
        counts.put(Kind.VERDICT, names(summary.verdicts()));
        counts.put(Kind.SCAN, names(summary.scans()));
        counts.put(Kind.CAPTURE, names(summary.captures()));
        counts.put(Kind.SET_ASIDE, names(summary.quarantine()));
        Summary.Breaks breaks = summary.breaks();
        counts.put(Kind.BREAKS, Map.of("OPENED", breaks.opened(), "CLOSED", breaks.closed(), "OPEN", breaks.open()));
        Summary.Share scans = summary.coverage().scans();
        Summary.Share captures = summary.coverage().captures();
        counts.put(
                Kind.COVERAGE,
                Map.of(
                        "SCANS_ASKED", scans.asked(),
                        "SCANS_ANSWERED", scans.answered(),
                        "CAPTURES_ASKED", captures.asked(),
                        "CAPTURES_ANSWERED", captures.answered()));
        summary.quota().stream()
                .filter(quota ->
                        quota.vendor().equals("closient") && quota.window().equals("day"))
                .forEach(day -> counts.put(Kind.QUOTA, Map.of("USED", day.used(), "LIMIT", day.limit())));
        Map<String, Long> calls = new TreeMap<>();
        Map<String, Long> millis = new TreeMap<>();
        summary.calls().stream().filter(KeptNight::isAsAsked).forEach(alike -> {
            calls.merge(alike.vendor(), alike.count(), Long::sum);
            millis.merge(alike.vendor(), alike.count() * alike.meanMillis(), Long::sum);
        });
        counts.put(Kind.CALLS, calls);
        counts.put(Kind.MILLIS, millis);
        return new KeptNight(summary.businessDate(), counts);
    }

    /** With these figures besides, or in place of those of their kinds. */
    public KeptNight with(Map<Kind, Map<String, Long>> more) {
        Map<Kind, Map<String, Long>> all = new EnumMap<>(Kind.class);
        all.putAll(counts);
        all.putAll(more);
        return new KeptNight(businessDate, all);
    }

    /** The others say more of limits and deadlines than of the vendor. */
    private static boolean isAsAsked(Summary.Calls alike) {
        return alike.result().endsWith(" ok") || alike.result().endsWith(" not_ready");
    }

    private static Map<String, Long> names(Map<? extends Enum<?>, Long> counts) {
        Map<String, Long> names = new TreeMap<>();
        counts.forEach((constant, number) -> names.put(constant.name(), number));
        return names;
    }

    public int version() {
        return (int) number(Kind.NIGHT, "VERSION");
    }

    long verdicts(Predicate<Verdict> wanted) {
        return Stream.of(Verdict.values())
                .filter(wanted)
                .mapToLong(verdict -> number(Kind.VERDICT, verdict.name()))
                .sum();
    }

    long products() {
        return verdicts(verdict -> true);
    }

    /** Of the captured products that a report can be compared with. */
    Share confirmed() {
        return new Share(verdicts(Verdict.CONFIRMED::equals), verdicts(Verdict::isComparedCapture));
    }

    long contradicted() {
        return verdicts(Verdict::isBreak);
    }

    Share scans(ScanOutcome outcome) {
        return new Share(number(Kind.SCAN, outcome.name()), sum(Kind.SCAN));
    }

    Share captures(CaptureOutcome outcome) {
        return new Share(number(Kind.CAPTURE, outcome.name()), sum(Kind.CAPTURE));
    }

    long setAside() {
        return sum(Kind.SET_ASIDE);
    }

    long setAside(QuarantineCode code) {
        return number(Kind.SET_ASIDE, code.name());
    }

    /** @param name {@code OPENED}, {@code CLOSED} or {@code OPEN} */
    long breaks(String name) {
        return number(Kind.BREAKS, name);
    }

    /**
     * Of those asked about, the answered; empty if nothing was asked about, or it was never kept.
     *
     * @param name {@code SCANS} or {@code CAPTURES}
     */
    Optional<Share> answered(String name) {
        return share(Kind.COVERAGE, name + "_ANSWERED", name + "_ASKED");
    }

    /** The calls used of Closient's day; empty if there is no limit, or it was never kept. */
    Optional<Share> quota() {
        return share(Kind.QUOTA, "USED", "LIMIT");
    }

    /** How many milliseconds a call to the vendor took on average; empty if none was answered as asked. */
    Optional<Long> meanMillis(String vendor) {
        long calls = number(Kind.CALLS, vendor);
        return calls == 0 ? Optional.empty() : Optional.of(number(Kind.MILLIS, vendor) / calls);
    }

    /**
     * The milliseconds within which a share of the calls to the vendor were answered; empty if it was never kept.
     *
     * @param kind {@code P50} or {@code P99}
     */
    Optional<Long> millis(Kind kind, String vendor) {
        return Optional.of(number(kind, vendor)).filter(millis -> millis > 0);
    }

    private Optional<Share> share(Kind kind, String part, String whole) {
        return Optional.of(new Share(number(kind, part), number(kind, whole))).filter(share -> share.whole() > 0);
    }

    private long number(Kind kind, String name) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(name, 0L);
    }

    private long sum(Kind kind) {
        return counts.getOrDefault(kind, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
