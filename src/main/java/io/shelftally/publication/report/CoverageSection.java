package io.shelftally.publication.report;

import java.util.Locale;

/** Whether enough of the night was covered: the first thing a reader must know. */
final class CoverageSection {
    private final Summary.Coverage coverage;
    private final Summary.OtherReports otherReports;

    CoverageSection(Summary summary) {
        this.coverage = summary.coverage();
        this.otherReports = summary.otherReports();
    }

    String html() {
        String reports = String.format(
                Locale.ROOT,
                "%s reports were read; %s of them list items seen. Of their %s lines %s have an identifier.",
                Figures.number(coverage.reportsRead()),
                Figures.number(coverage.reportsWithItemsSeen()),
                Figures.number(coverage.lines().read()),
                Figures.number(coverage.lines().identified()));
        return ReportPage.section(
                "Covered enough to publish",
                reports,
                "<div class=\"pair even\">" + meter("scans", "Scans answered", coverage.scans())
                        + meter("captures", "Captures answered", coverage.captures()) + "</div>\n" + others());
    }

    private String others() {
        return otherReports.types().isEmpty()
                ? ""
                : "<p><strong>Reports:</strong> " + Html.escape(otherReports.words()) + ".</p>\n";
    }

    private static String meter(String id, String name, Summary.Share share) {
        String figures =
                String.format(Locale.ROOT, "%s of %s", Figures.number(share.answered()), Figures.number(share.asked()));
        String percent = Figures.percent(share.answered(), share.asked());
        long width = share.asked() == 0 ? 0 : 100 * share.answered() / share.asked();
        return String.format(Locale.ROOT, """
                <div class="meter">
                <p><strong>%1$s</strong> %2$s, %3$s</p>
                <svg role="img" aria-labelledby="%4$s-meter-title %4$s-meter-desc" width="100%%" height="16">
                <title id="%4$s-meter-title">%1$s</title>
                <desc id="%4$s-meter-desc">%2$s, %3$s; nothing is published below %5$s %%</desc>
                <rect class="track" y="3" width="100%%" height="10" rx="5"/>\
                <rect class="good" y="3" width="%6$s%%" height="10" rx="5"/>\
                <rect class="floor" x="%5$s%%" width="2" height="16"/>
                </svg>
                <p class="note">The floor is %5$s %%.</p>
                </div>
                """, name, figures, percent, id, share.floorPercent(), width);
    }
}
