package io.shelftally.publication.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A night on one page, for people: no script, nothing fetched, readable on a phone and on paper. */
public final class ReportPage {
    private final int version;
    private final ReportedNight night;
    private final Summary summary;
    private final FigureSections figures;
    private final CountSections counts;
    private final TraceSections traces;

    /**
     * @param version of the export of this business date, from 1
     * @param files those published beside the page
     */
    public ReportPage(int version, ReportedNight night, List<PublishedFile> files) {
        this.version = version;
        this.night = night;
        this.summary = night.summary();
        this.figures = new FigureSections(summary);
        this.counts = new CountSections(summary);
        this.traces = new TraceSections(summary, files);
    }

    public String html() {
        return String.format(Locale.ROOT, """
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
                """, summary.businessDate(), style(), header(), content());
    }

    private String content() {
        return String.join(
                "",
                new BreakSection(night).html(),
                new ComparisonSection(night).html(),
                new ThresholdSection(summary).html(),
                figures.headline(),
                counts.verdicts(),
                counts.captures(),
                counts.scans(),
                counts.quarantine(),
                counts.topBreaks(),
                traces.html());
    }

    private String header() {
        return String.format(
                Locale.ROOT,
                """
                <header>
                <p class="brand"><svg width="22" height="18" aria-hidden="true">\
                <path d="M3 2v14M8 2v14M13 2v14M18 2v14M1 13L20 5"/></svg>ShelfTally</p>
                <h1>%s</h1>
                <p>Business date <strong>%s</strong> · version %s · finished %s, after %s</p>
                </header>
                """,
                Figures.day(summary.businessDate()),
                summary.businessDate(),
                version,
                Figures.minute(summary.finishedAt()),
                Figures.duration(summary.duration()));
    }

    /** All three are markup. */
    static String section(String title, String lead, String content) {
        return String.format(Locale.ROOT, """
                <section>
                <h2>%s</h2>
                <p class="lead">%s</p>
                %s</section>
                """, title, lead, content);
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
