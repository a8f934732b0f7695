package io.shelftally.export.report;

import io.shelftally.reconciliation.CaptureOutcome;
import io.shelftally.reconciliation.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A night on one page, for people: no script, nothing fetched, readable on a phone and on paper. */
public final class ReportPage {
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
                counts.verdicts(),
                breaks(),
                counts.topBreaks(),
                counts.captures(),
                counts.scans(),
                counts.quarantine(),
                traces.inputs(),
                traces.calls(),
                traces.files(),
                traces.setup());
    }

    private String header() {
        return """
                <header>
                <p class="brand">ShelfTally</p>
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
        Map<Verdict, Long> verdicts = summary.verdicts();
        long rows = Figures.sum(verdicts.values());
        long confirmed = verdicts.getOrDefault(Verdict.CONFIRMED, 0L);
        long captures = Figures.sum(summary.captures().values());
        long reconciled = summary.captures().getOrDefault(CaptureOutcome.RECONCILED, 0L);
        return tiles(
                tile("Products compared", rows, "in reported scans"),
                tile("Confirmed", confirmed, Figures.percent(confirmed, rows) + " of the products"),
                tile("Contradicted", contradicted(), Figures.percent(contradicted(), rows) + " of the products"),
                tile("Captures reconciled", reconciled, "of " + Figures.number(captures)));
    }

    private long contradicted() {
        return summary.verdicts().entrySet().stream()
                .filter(entry -> entry.getKey().isBreak())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private String breaks() {
        Summary.Breaks breaks = summary.breaks();
        Summary.CarriedOver carried = summary.carriedOver();
        return section(
                        "Breaks",
                        "A break is one product at one place that the evidence contradicts, from night to night.",
                        tiles(
                                tile("Opened tonight", breaks.opened(), ""),
                                tile("Closed tonight", breaks.closed(), ""),
                                tile("Open now", breaks.open(), "breaks.csv lists them")))
                + section(
                        "Still open",
                        "Not a mismatch: these go on to the next night by themselves.",
                        tiles(
                                tile("Captures", carried.captures(), "not settled, or waiting for a scan"),
                                tile("Scans", carried.scans(), "not reported yet")));
    }

    private static String tiles(String... tiles) {
        return "<div class=\"tiles\">\n" + String.join("", tiles) + "</div>\n";
    }

    private static String tile(String name, long count, String note) {
        return "<div class=\"tile\"><p>%s</p><p class=\"figure\">%s</p><p class=\"note\">%s</p></div>\n"
                .formatted(Html.escape(name), Figures.number(count), Html.escape(note));
    }

    /** @param content markup */
    static String section(String title, String lead, String content) {
        return """
                <section>
                <h2>%s</h2>
                <p class="lead">%s</p>
                %s</section>
                """.formatted(Html.escape(title), Html.escape(lead), content);
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
