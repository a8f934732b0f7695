package io.shelftally.publication.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Hostile;
import io.shelftally.Page;
import io.shelftally.publication.report.Summary.Breaks;
import io.shelftally.publication.report.Summary.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportPageTests {
    private static final List<PublishedFile> FILES =
            List.of(new PublishedFile("scans.csv", 500L, 71_234, "51".repeat(32)));

    @Test
    void theBusinessDateAndTheCoverageComeFirst() {
        String html = page(SampleNight.summary());

        assertThat(html)
                .containsSubsequence(
                        "<h1>Saturday, 21 November 2026</h1>",
                        "version 2",
                        "2026-11-22 03:14 UTC, after 1 h 14 min",
                        "Covered enough to publish",
                        "498 of 500, 99.6 %",
                        "4,471 of 4,500, 99.3 %",
                        "32,712",
                        "93.9 % of 4,035 captured products",
                        "<h2>Breaks</h2>",
                        "388",
                        "<h2>Still open</h2>",
                        "187",
                        "<h2>Inputs</h2>",
                        "0f".repeat(32),
                        "<h2>Files</h2>",
                        "51".repeat(32));
    }

    @Test
    void aNameFromAVendorNeverBecomesMarkup() {
        String hostile = "</text><script>alert(\"1\")</script>&'";
        Breaks breaks = new Breaks(1, 0, 1, List.of(new Tally(hostile, 1)), List.of(new Tally("<b>", 1)));

        String html = page(SampleNight.summary(SampleNight.DATE, breaks));

        assertThat(html)
                .doesNotContain("<script", "<b>")
                .contains("&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverTheTextsAreThePageHasTheSameElementsAndAttributes(long seed) throws Exception {
        List<String> hostile = Hostile.texts(seed, 200);
        List<String> honest = hostile.stream().map(text -> "honest").toList();

        Page page = Page.parse(pageOf(hostile));

        assertThat(page.skeleton()).isEqualTo(Page.parse(pageOf(honest)).skeleton());
        assertThat(page.text())
                .contains("<script>planted()</script>", "\"><img src=x onerror=planted()>", "<!-- planted");
    }

    /** Every text that the page takes from outside is one of these. */
    private static String pageOf(List<String> texts) {
        List<Tally> tallies = texts.stream().map(text -> new Tally(text, 1)).toList();
        Summary sample = SampleNight.summary(SampleNight.DATE, new Breaks(1, 0, 1, tallies, tallies));
        Summary summary = new Summary(
                sample.businessDate(),
                sample.startedAt(),
                sample.finishedAt(),
                sample.coverage(),
                new Summary.OtherReports(1, texts, texts.get(0)),
                sample.scans(),
                sample.captures(),
                sample.verdicts(),
                sample.quarantine(),
                sample.unreadable(),
                sample.breaks(),
                sample.carriedOver(),
                texts.stream()
                        .map(text -> new Summary.Input(text, text, text, 1, 0, 0))
                        .toList(),
                sample.calls(),
                sample.quota(),
                sample.versions(),
                sample.settings());
        return page(summary);
    }

    @Test
    void thePageIsWellFormedAndFetchesNothing() throws Exception {
        String html = page(SampleNight.summary());

        parse(html);

        assertThat(html).doesNotContain("<script", "<link", "<img", "<iframe", "url(", "@import", "src=", "href=");
    }

    @Test
    void everyChartHasATitleADescriptionAndIdsOfItsOwn() throws Exception {
        NodeList charts = parse(page(SampleNight.summary())).getElementsByTagName("svg");

        List<String> labels = new ArrayList<>();
        for (int at = 0; at < charts.getLength(); at++) {
            Element chart = (Element) charts.item(at);
            if (!chart.hasAttribute("aria-hidden")) {
                labels.add(chart.getAttribute("aria-labelledby"));
                assertThat(chart.getAttribute("aria-labelledby"))
                        .isEqualTo(id(chart, "title") + " " + id(chart, "desc"));
            }
        }
        assertThat(labels).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void theLongestBarFillsTheChartAndTheOthersAreInProportion() {
        String svg = BarChart.svg(
                "x",
                "Title",
                List.of(
                        new BarChart.Bar("A", 200, "200", BarChart.Tone.GOOD),
                        new BarChart.Bar("B", 50, "50", BarChart.Tone.BAD),
                        new BarChart.Bar("C", 0, "0", BarChart.Tone.PLAIN)));

        assertThat(svg)
                .contains("class=\"good\" x=\"0\" y=\"22\" width=\"100.00%\"")
                .contains("class=\"bad\" x=\"0\" y=\"62\" width=\"25.00%\"")
                .contains("class=\"plain\" x=\"0\" y=\"102\" width=\"0.00%\"");
    }

    @Test
    void aNightWithoutAnythingStillHasItsPage() throws Exception {
        Summary empty = new Summary(
                SampleNight.DATE,
                SampleNight.summary().startedAt(),
                SampleNight.summary().finishedAt(),
                new Summary.Coverage(
                        new Summary.Share(0, 0, 50), new Summary.Share(0, 0, 50), new Summary.Lines(0, 0, 50), 0, 0),
                new Summary.OtherReports(0, List.of(), ""),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new Summary.Unreadable(0, 0),
                new Breaks(0, 0, 0, List.of(), List.of()),
                new Summary.CarriedOver(0, 0),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of());

        String html = new ReportPage(1, empty, List.of()).html();

        parse(html);
        assertThat(html).contains("None tonight.").doesNotContain("NaN");
    }

    private static String page(Summary summary) {
        return new ReportPage(2, summary, FILES).html();
    }

    private static String id(Element chart, String child) {
        return ((Element) chart.getElementsByTagName(child).item(0)).getAttribute("id");
    }

    private static Document parse(String html) throws Exception {
        return Page.parse(html).document();
    }
}
