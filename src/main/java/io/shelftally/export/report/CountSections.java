package io.shelftally.export.report;

import io.shelftally.export.report.BarChart.Bar;
import io.shelftally.export.report.BarChart.Tone;
import io.shelftally.quarantine.QuarantineCode;
import io.shelftally.reconciliation.CaptureOutcome;
import io.shelftally.reconciliation.ScanOutcome;
import io.shelftally.reconciliation.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The sections of the page that show counts, each as a chart with a table of the same figures beside it. */
final class CountSections {
    private final Summary summary;

    CountSections(Summary summary) {
        this.summary = summary;
    }

    String verdicts() {
        return section(
                "Verdicts",
                "Each product of each reported scan, once.",
                pair("verdicts", summary.verdicts(), CountSections::tone, Meaning::of));
    }

    String captures() {
        return section(
                "Captures",
                "Each capture, once.",
                pair("captures", summary.captures(), CountSections::tone, Meaning::of));
    }

    String scans() {
        return section("Scans", "Each scan, once.", pair("scans", summary.scans(), CountSections::tone, Meaning::of));
    }

    String quarantine() {
        if (Figures.sum(summary.quarantine().values()) == 0) {
            return section("Set aside", "Nothing was set aside tonight.", "");
        }
        return section(
                "Set aside",
                "What was refused, kept as it came in quarantine.csv.",
                pair("quarantine", summary.quarantine(), (QuarantineCode code) -> Tone.BAD, Meaning::of));
    }

    /** The places and brands with the most open breaks; empty if neither was counted. */
    String topBreaks() {
        return tallies(
                        "places",
                        "Places with the most open breaks",
                        summary.breaks().topPlaces())
                + tallies(
                        "brands",
                        "Brands with the most open breaks",
                        summary.breaks().topBrands());
    }

    private static String tallies(String id, String title, List<Summary.Tally> tallies) {
        if (tallies.isEmpty()) {
            return "";
        }
        Table table = new Table(title).words("Name").numbers("Open breaks");
        tallies.forEach(tally -> table.row(tally.name(), Figures.number(tally.count())));
        List<Bar> bars = tallies.stream()
                .map(tally -> new Bar(tally.name(), tally.count(), Tone.BAD))
                .toList();
        return section(title, "", sideBySide(BarChart.svg(id, title, bars), table));
    }

    private static <E extends Enum<E>> String pair(
            String id, Map<E, Long> counts, Function<E, Tone> tone, Function<E, String> meaning) {
        long whole = Figures.sum(counts.values());
        Table table = new Table("All " + id)
                .codes("Constant")
                .numbers("Count", "Share")
                .words("What it says");
        counts.forEach((constant, count) -> table.row(
                constant.name(), Figures.number(count), Figures.percent(count, whole), meaning.apply(constant)));
        List<Bar> bars = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Bar(entry.getKey().name(), entry.getValue(), tone.apply(entry.getKey())))
                .toList();
        return sideBySide(BarChart.svg(id, "Number of " + id + " by constant", bars), table);
    }

    private static String sideBySide(String chart, Table table) {
        return "<div class=\"pair\"><div>" + chart + "</div>" + table.html() + "</div>\n";
    }

    private static String section(String title, String lead, String content) {
        return ReportPage.section(title, lead, content);
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
