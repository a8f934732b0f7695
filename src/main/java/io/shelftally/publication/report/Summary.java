package io.shelftally.publication.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of a night, as summary.json holds them and the report page shows them. A constant that a map of counts
 * leaves out counts zero.
 *
 * @param alerts the rules that the night trips; empty where none is set
 * @param versions of the software, by the name of the part, such as {@code shelftally} and {@code java}
 * @param settings those that shape the outcome, by name; never a secret
 */
public record Summary(
        LocalDate businessDate,
        Instant startedAt,
        Instant finishedAt,
        Coverage coverage,
        OtherReports otherReports,
        List<Alert> alerts,
        Map<ScanOutcome, Long> scans,
        Map<CaptureOutcome, Long> captures,
        Map<Verdict, Long> verdicts,
        Map<QuarantineCode, Long> quarantine,
        Unreadable unreadable,
        Breaks breaks,
        CarriedOver carriedOver,
        List<Input> inputs,
        List<Calls> calls,
        List<InFlight> inFlight,
        List<Quota> quota,
        Map<String, String> versions,
        Map<String, String> settings) {

    public Summary {
        if (finishedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("finished at " + finishedAt + ", before the start at " + startedAt);
        }
        scans = complete(ScanOutcome.class, scans);
        captures = complete(CaptureOutcome.class, captures);
        verdicts = complete(Verdict.class, verdicts);
        quarantine = complete(QuarantineCode.class, quarantine);
        alerts = List.copyOf(alerts);
        inputs = List.copyOf(inputs);
        calls = List.copyOf(calls);
        inFlight = List.copyOf(inFlight);
        quota = List.copyOf(quota);
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** The same night with the rules that it tripped. */
    public Summary with(List<Alert> tripped) {
        return new Summary(
                businessDate,
                startedAt,
                finishedAt,
                coverage,
                otherReports,
                tripped,
                scans,
                captures,
                verdicts,
                quarantine,
                unreadable,
                breaks,
                carriedOver,
                inputs,
                calls,
                inFlight,
                quota,
                versions,
                settings);
    }

    /** How long the run took, the pauses between its starts included. */
    Duration duration() {
        return Duration.between(startedAt, finishedAt);
    }

    private static <E extends Enum<E>> Map<E, Long> complete(Class<E> type, Map<E, Long> counts) {
        Map<E, Long> complete = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            complete.put(constant, counts.getOrDefault(constant, 0L));
        }
        return Collections.unmodifiableMap(complete);
    }

    /**
     * Whether enough of the night was covered to publish it.
     *
     * @param reportsWithItemsSeen those whose list that tells what was seen has a line: ITEMS_SEEN, else a list of facings
     * @param reportsToJudge from so many reports on, what they list is judged
     */
    public record Coverage(
            Share scans,
            Share captures,
            Lines lines,
            long reportsRead,
            long reportsWithItemsSeen,
            int reportsToJudge) {}

    /**
     * The lines of all lists that were read.
     *
     * @param identified those with an identifier
     * @param floorPercent below which nothing is published, where enough reports were read
     */
    public record Lines(long read, long identified, int floorPercent) {
        public Lines {
            if (identified < 0 || identified > read) {
                throw new IllegalArgumentException(identified + " of " + read + " lines identified");
            }
        }
    }

    /**
     * What answers without a report named instead of the types that were asked for.
     *
     * @param scans that such an answer came for
     * @param types sorted; empty if there was none
     * @param words a sentence for people; empty likewise
     */
    public record OtherReports(long scans, List<String> types, String words) {
        public OtherReports {
            types = List.copyOf(types);
        }
    }

    /** How grave a rule is that trips. */
    public enum Level {
        WARN,
        FAIL;

        /** As it stands in settings and JSON. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A rule of the settings that the night trips; it is published all the same.
     *
     * @param rule the end of the setting's name, such as {@code scans-answered}
     * @param value a share, points or times, by the rule
     * @param limit that the value passes
     * @param words for people, without a full stop
     */
    public record Alert(String rule, Level level, BigDecimal value, BigDecimal limit, String words) {}

    /**
     * How many of those asked about got a definite answer.
     *
     * @param floorPercent below which nothing is published
     */
    public record Share(long asked, long answered, int floorPercent) {
        public Share {
            if (answered < 0 || answered > asked) {
                throw new IllegalArgumentException(answered + " of " + asked + " answered");
            }
        }
    }

    /**
     * What vendors wrote that could not be read, and is no row.
     *
     * @param times whose cells are empty
     * @param retryAfter headers in whose place the usual pause was kept
     */
    public record Unreadable(long times, long retryAfter) {}

    /**
     * Breaks from night to night.
     *
     * @param opened tonight
     * @param closed tonight
     * @param open at the end of the night, those opened tonight included
     * @param topPlaces with the most open breaks, the most first; empty if not counted
     * @param topBrands likewise
     */
    public record Breaks(long opened, long closed, long open, List<Tally> topPlaces, List<Tally> topBrands) {
        public Breaks {
            topPlaces = List.copyOf(topPlaces);
            topBrands = List.copyOf(topBrands);
        }
    }

    /** A name, as the vendor or the work list spells it, and how often it occurs. */
    public record Tally(String name, long count) {}

    /** What goes on to the next night by itself. */
    public record CarriedOver(long captures, long scans) {}

    /**
     * What a list was read from.
     *
     * @param source such as {@code captures.csv} or {@code sql:captures}
     * @param location the file's path as given, or the query
     * @param sha256 64 hex digits
     */
    public record Input(String source, String location, String sha256, long rows, long duplicates, long quarantined) {}

    /**
     * Calls to a vendor that ended so.
     *
     * @param meanMillis how long one took on average
     */
    public record Calls(String vendor, String result, long count, long meanMillis) {}

    /**
     * Calls at the same time that were found to be right for a vendor.
     *
     * @param last at the end of the collection
     */
    public record InFlight(String vendor, int last, int least, int most) {}

    /**
     * A vendor's quota, as used.
     *
     * @param window such as {@code day}
     * @param limit 0 if there is none
     */
    public record Quota(String vendor, String window, long used, long limit) {}
}
