package io.shelftally.publication.report;

import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Html;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The part of the page that gives one large figure for each thing that matters. */
final class FigureSections {
    private final Summary summary;

    FigureSections(Summary summary) {
        this.summary = summary;
    }

    String headline() {
        Summary.CarriedOver carried = summary.carriedOver();
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
                        share(reconciled, Figures.sum(summary.captures().values()))),
                tile("Captures still open", carried.captures(), "no mismatch: on the next night by themselves"),
                tile("Scans still open", carried.scans(), "not reported yet: likewise"));
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
