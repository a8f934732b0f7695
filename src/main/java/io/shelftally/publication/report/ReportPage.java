package io.shelftally.publication.report;

import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Frame;
import io.shelftally.publication.pages.Markup;
import java.util.List;

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
        this.traces = new TraceSections(summary, night.shared(), files);
    }

    public String html() {
        return Frame.alone("ShelfTally " + summary.businessDate(), header(), content());
    }

    private String content() {
        return String.join(
                "",
                new AlertSection(summary).html(),
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
        return Markup.of(
                """
                <h1>%s</h1>
                <p>Business date <strong>%s</strong> · version %s · finished %s, after %s</p>
                """,
                Figures.day(summary.businessDate()),
                summary.businessDate(),
                version,
                Figures.minute(summary.finishedAt()),
                Figures.duration(summary.duration()));
    }
}
