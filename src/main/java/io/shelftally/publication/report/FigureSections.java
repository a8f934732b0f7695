package io.shelftally.publication.report;

import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Tiles;
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
        return Tiles.of(
                Tiles.tile("Products compared", products, "in " + reported() + " reported scans"),
                Tiles.tile(
                        "Confirmed",
                        confirmed,
                        share(confirmed, compared) + " captured products that a report can be compared with"),
                Tiles.tile("Contradicted", contradicted, share(contradicted, products) + " products"),
                Tiles.tile(
                        "Captures reconciled",
                        reconciled,
                        share(reconciled, Figures.sum(summary.captures().values()))),
                Tiles.tile("Captures still open", carried.captures(), "no mismatch: on the next night by themselves"),
                Tiles.tile("Scans still open", carried.scans(), "not reported yet: likewise"));
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
}
