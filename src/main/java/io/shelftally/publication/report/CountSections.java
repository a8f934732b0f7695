package io.shelftally.publication.report;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.pages.BarChart;
import io.shelftally.publication.pages.BarChart.Bar;
import io.shelftally.publication.pages.BarChart.Tone;
import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Fold;
import io.shelftally.publication.pages.Frame;
import io.shelftally.publication.pages.Html;
import io.shelftally.publication.pages.Markup;
import io.shelftally.publication.pages.Meaning;
import io.shelftally.publication.pages.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The sections of the page that show counts, each once as a chart, with a table of the same figures folded below it. */
final class CountSections {
    private final Summary summary;

    CountSections(Summary summary) {
        this.summary = summary;
    }

    String verdicts() {
        String lead = "Each product of each reported scan, once: " + key(Tone.GOOD, "confirmed")
                + key(Tone.BAD, "contradicted") + key(Tone.PLAIN, "known from one side alone");
        return section("Verdicts", lead, pair("verdicts", summary.verdicts(), CountSections::tone, Meaning::of));
    }

    String captures() {
        return section(
                "Captures",
                "Each capture, once: " + key(Tone.GOOD, "reconciled") + openOrNot(),
                pair("captures", summary.captures(), CountSections::tone, Meaning::of));
    }

    String scans() {
        return section(
                "Scans",
                "Each scan, once: " + key(Tone.GOOD, "reported") + openOrNot(),
                pair("scans", summary.scans(), CountSections::tone, Meaning::of));
    }

    private static String openOrNot() {
        return key(Tone.OPEN, "looked at again") + key(Tone.BAD, "settled without a result");
    }

    private static String key(Tone tone, String meaning) {
        return Markup.of("<span class=\"key %s\">%s</span> ", tone.css(), meaning);
    }

    String quarantine() {
        return section(
                "Set aside",
                "What was refused; " + Html.file("quarantine.csv") + " keeps it as it came.",
                pair("quarantine", summary.quarantine(), (QuarantineCode code) -> Tone.BAD, Meaning::of));
    }

    /** The places and brands with the most open breaks, folded; empty if neither was counted. */
    String topBreaks() {
        String folds = tallies(
                        "places",
                        "Places with the most open breaks",
                        summary.breaks().topPlaces())
                + tallies(
                        "brands",
                        "Brands with the most open breaks",
                        summary.breaks().topBrands());
        return folds.isEmpty() ? "" : section("Where the breaks are", "", folds);
    }

    private static String tallies(String id, String title, List<Summary.Tally> tallies) {
        if (tallies.isEmpty()) {
            return "";
        }
        Table table = new Table("Open breaks by name").words("Name").numbers("Open breaks");
        tallies.forEach(tally -> table.row(tally.name(), Figures.number(tally.count())));
        List<Bar> bars = tallies.stream()
                .map(tally -> new Bar(tally.name(), tally.count(), Figures.number(tally.count()), Tone.BAD))
                .toList();
        return Fold.of(title, BarChart.svg(id, title, bars) + table.html());
    }

    /** The constants that occur, the most frequent first. */
    private static <E extends Enum<E>> String pair(
            String id, Map<E, Long> counts, Function<E, Tone> tone, Function<E, String> meaning) {
        List<E> present = counts.keySet().stream()
                .filter(constant -> count(counts, constant) > 0)
                .sorted(Comparator.comparing((E constant) -> -count(counts, constant)))
                .toList();
        if (present.isEmpty()) {
            return "<p>None tonight.</p>\n";
        }
        long whole = Figures.sum(counts.values());
        Table table = new Table("Those that occur")
                .constants("Constant")
                .numbers("Count", "Share")
                .words("What it says");
        List<Bar> bars = new ArrayList<>();
        for (E constant : present) {
            long count = count(counts, constant);
            String number = Figures.number(count);
            String share = Figures.percent(count, whole);
            table.row(constant.name(), number, share, meaning.apply(constant));
            bars.add(new Bar(constant.name(), count, number + " · " + share, tone.apply(constant)));
        }
        return chart(BarChart.svg(id, "Number of " + id + " by constant", bars), table);
    }

    private static <E extends Enum<E>> long count(Map<E, Long> counts, E constant) {
        return counts.getOrDefault(constant, 0L);
    }

    private static String chart(String chart, Table table) {
        return chart + Fold.of("In numbers", table.html());
    }

    private static String section(String title, String lead, String content) {
        return Frame.section(title, lead, content);
    }

    private static Tone tone(Verdict verdict) {
        if (verdict.isBreak()) {
            return Tone.BAD;
        }
        return verdict == Verdict.CONFIRMED ? Tone.GOOD : Tone.PLAIN;
    }

    private static Tone tone(CaptureOutcome outcome) {
        return switch (outcome) {
            case RECONCILED -> Tone.GOOD;
            case IN_PROGRESS, DEFERRED, WAITING_FOR_SCAN, UNLINKED -> Tone.OPEN;
            case UNKNOWN_CAPTURE, REJECTED, UNRESOLVED, NO_IDENTIFIER, SCAN_UNAVAILABLE -> Tone.BAD;
        };
    }

    private static Tone tone(ScanOutcome outcome) {
        return switch (outcome) {
            case REPORTED -> Tone.GOOD;
            case IN_PROGRESS, REPORT_NOT_READY, UNKNOWN_SCAN -> Tone.OPEN;
            case FAILED, REPORT_REJECTED -> Tone.BAD;
        };
    }
}
