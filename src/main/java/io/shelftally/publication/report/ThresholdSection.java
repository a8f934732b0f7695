package io.shelftally.publication.report;

import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Frame;
import io.shelftally.publication.pages.Html;
import io.shelftally.publication.pages.Markup;

/** The floors that decide about publishing, and the quota, in words. A page exists only where no floor was missed. */
final class ThresholdSection {
    private final Summary summary;
    private final Summary.Coverage coverage;

    ThresholdSection(Summary summary) {
        this.summary = summary;
        this.coverage = summary.coverage();
    }

    String html() {
        return Frame.section(
                "Thresholds",
                "Below one of its floors a night is not published.",
                "<ul class=\"checks\">\n"
                        + share("scans asked about were answered", coverage.scans())
                        + share("captures attempted were answered", coverage.captures()) + seen() + lines() + quotas()
                        + "</ul>\n" + others());
    }

    private static String share(String what, Summary.Share share) {
        return share.asked() == 0
                ? item("Not judged", "0 " + what + ".")
                : item("Passed", ofAll(share.answered(), share.asked(), what) + floor(share.floorPercent()));
    }

    private String seen() {
        return judged(ofAll(coverage.reportsWithItemsSeen(), coverage.reportsRead(), "reports read list what was seen")
                + "; one must.");
    }

    private String lines() {
        Summary.Lines lines = coverage.lines();
        return judged(
                ofAll(lines.identified(), lines.read(), "lines have an identifier") + floor(lines.floorPercent()));
    }

    private String judged(String figures) {
        return coverage.reportsRead() < coverage.reportsToJudge()
                ? item("Not judged", figures + " Judged from " + coverage.reportsToJudge() + " reports on.")
                : item("Passed", figures);
    }

    private String quotas() {
        StringBuilder items = new StringBuilder();
        summary.quota().stream()
                .filter(quota -> quota.limit() > 0)
                .forEach(quota -> items.append(item(
                        quota.used() < quota.limit() ? "Not spent" : "Spent",
                        ofAll(
                                        quota.used(),
                                        quota.limit(),
                                        "calls that " + quota.vendor() + " allows in a " + quota.window()
                                                + " were made")
                                + ".")));
        return items.toString();
    }

    private static String ofAll(long part, long whole, String what) {
        return Markup.of(
                "%s of %s %s (%s)", Figures.number(part), Figures.number(whole), what, Figures.percent(part, whole));
    }

    private static String floor(int percent) {
        return "; the floor is " + percent + " %.";
    }

    private static String item(String word, String text) {
        return Markup.of("<li><strong>%s</strong>: %s</li>\n", word, Html.escape(text));
    }

    private String others() {
        return summary.otherReports().types().isEmpty()
                ? ""
                : "<p><strong>Reports:</strong> "
                        + Html.escape(summary.otherReports().words()) + ".</p>\n";
    }
}
