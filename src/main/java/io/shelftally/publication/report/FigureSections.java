package io.shelftally.publication.report;

import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The sections of the page that give one large figure for each thing that matters. */
final class FigureSections {
    private final Summary summary;

    FigureSections(Summary summary) {
        this.summary = summary;
    }

    String headline() {
        long compared = count(Verdict::isComparedCapture);
        long confirmed = count(Verdict.CONFIRMED::equals);
        long contradicted = count(Verdict::isBreak);
        long products = Figures.sum(summary.verdicts().values());
        long reconciled = summary.captures().getOrDefault(CaptureOutcome.RECONCILED, 0L);
        return tiles(
                tile("Products compared", products, "in " + reported() + " reported scans"),
                tile(
                        "Confirmed",
                        confirmed,
                        share(confirmed, compared) + " captured products that a report can be compared with"),
                tile("Contradicted", contradicted, share(contradicted, products) + " products"),
                tile(
                        "Captures reconciled",
                        reconciled,
                        share(reconciled, Figures.sum(summary.captures().values()))));
    }

    private long count(Predicate<Verdict> wanted) {
        return summary.verdicts().entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private String reported() {
        return Figures.number(summary.scans().getOrDefault(ScanOutcome.REPORTED, 0L));
    }

    private static String share(long part, long whole) {
        return Figures.percent(part, whole) + " of " + Figures.number(whole);
    }

    String breaks() {
        Summary.Breaks breaks = summary.breaks();
        return ReportPage.section(
                "Breaks",
                "A break is one product at one place that the evidence contradicts, followed from night to night.",
                tiles(
                        tile("Open now", breaks.open(), "listed in breaks.csv"),
                        tile("Opened tonight", breaks.opened(), "contradicted for the first night"),
                        tile("Closed tonight", breaks.closed(), "contradicted no longer")));
    }

    String stillOpen() {
        Summary.CarriedOver carried = summary.carriedOver();
        return ReportPage.section(
                "Still open",
                "No mismatch: these go on to the next night by themselves.",
                tiles(
                        tile("Captures", carried.captures(), "not settled yet, or waiting for a scan"),
                        tile("Scans", carried.scans(), "not reported yet")));
    }

    private static String tiles(String... tiles) {
        return "<div class=\"tiles\">\n" + String.join("", tiles) + "</div>\n";
    }

    private static String tile(String name, long count, String note) {
        return String.format(
                Locale.ROOT,
                "<div class=\"tile\"><p>%s</p><p class=\"figure\">%s</p><p class=\"note\">%s</p></div>\n",
                Html.escape(name),
                Figures.number(count),
                Html.escape(note));
    }
}
