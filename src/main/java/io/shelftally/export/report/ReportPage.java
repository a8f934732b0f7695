package io.shelftally.export.report;

import io.shelftally.reconciliation.CaptureOutcome;
import io.shelftally.reconciliation.ScanOutcome;
import io.shelftally.reconciliation.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** A night on one page, for people: no script, nothing fetched, readable on a phone and on paper. */
public final class ReportPage {
    private static final Set<Verdict> CAPTURED =
            EnumSet.of(Verdict.CONFIRMED, Verdict.CAPTURED_NOT_SEEN, Verdict.NOT_COMPARABLE, Verdict.OOS_DISPUTED);

    private final int version;
    private final Summary summary;
    private final CountSections counts;
    private final TraceSections traces;

    /**
     * @param version of the export of this business date, from 1
     * @param files those published beside the page
     */
    public ReportPage(int version, Summary summary, List<PublishedFile> files) {
        this.version = version;
        this.summary = summary;
        this.counts = new CountSections(summary);
        this.traces = new TraceSections(summary, files);
    }

    public String html() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>ShelfTally %s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s<main>
                %s</main>
                </body>
                </html>
                """.formatted(summary.businessDate(), style(), header(), content());
    }

    private String content() {
        return String.join(
                "",
                new CoverageSection(summary.coverage()).html(),
                headline(),
                breaks(),
                counts.topBreaks(),
                stillOpen(),
                counts.verdicts(),
                counts.captures(),
                counts.scans(),
                counts.quarantine(),
                traces.inputs(),
                traces.files(),
                traces.calls(),
                traces.setup());
    }

    private String header() {
        return """
                <header>
                <p class="brand"><svg width="22" height="18" aria-hidden="true">\
                <path d="M3 2v14M8 2v14M13 2v14M18 2v14M1 13L20 5"/></svg>ShelfTally</p>
                <h1>%s</h1>
                <p>Business date <strong>%s</strong> · version %s · finished %s, after %s</p>
                </header>
                """.formatted(
                        Figures.day(summary.businessDate()),
                        summary.businessDate(),
                        version,
                        Figures.minute(summary.finishedAt()),
                        Figures.duration(summary.duration()));
    }

    private String headline() {
        long captured = count(CAPTURED::contains);
        long confirmed = count(Verdict.CONFIRMED::equals);
        long contradicted = count(Verdict::isBreak);
        long products = Figures.sum(summary.verdicts().values());
        long reconciled = summary.captures().getOrDefault(CaptureOutcome.RECONCILED, 0L);
        return tiles(
                tile("Products compared", products, "in " + reported() + " reported scans"),
                tile("Confirmed", confirmed, share(confirmed, captured) + " captured products"),
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

    private String breaks() {
        Summary.Breaks breaks = summary.breaks();
        return section(
                "Breaks",
                "A break is one product at one place that the evidence contradicts, followed from night to night.",
                tiles(
                        tile("Open now", breaks.open(), "listed in breaks.csv"),
                        tile("Opened tonight", breaks.opened(), "contradicted for the first night"),
                        tile("Closed tonight", breaks.closed(), "contradicted no longer")));
    }

    private String stillOpen() {
        Summary.CarriedOver carried = summary.carriedOver();
        return section(
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
        return "<div class=\"tile\"><p>%s</p><p class=\"figure\">%s</p><p class=\"note\">%s</p></div>\n"
                .formatted(Html.escape(name), Figures.number(count), Html.escape(note));
    }

    /** All three are markup. */
    static String section(String title, String lead, String content) {
        return """
                <section>
                <h2>%s</h2>
                <p class="lead">%s</p>
                %s</section>
                """.formatted(title, lead, content);
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
