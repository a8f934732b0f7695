package io.shelftally.publication.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Hostile;
import io.shelftally.Page;
import io.shelftally.publication.pages.BarChart;
import io.shelftally.publication.report.Summary.Breaks;
import io.shelftally.publication.report.Summary.Tally;
import java.time.LocalDate;
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
    void workComesFirstThenTheNightsBeforeAndTheThresholds() {
        String html = page(SampleNight.summary());

        assertThat(html)
                .containsSubsequence(
                        "<h1>Saturday, 21 November 2026</h1>",
                        "version 2",
                        "2026-11-22 03:14 UTC, after 1 h 14 min",
                        "<h2>Open breaks</h2>",
                        "<strong>388 open</strong>: 61 opened tonight, 40 closed",
                        "<strong>Oat milk</strong>",
                        "GTIN <code>00012000111020</code> · store 0042, section Oat milk",
                        "4 nights, since 2026-11-18: captured, but the scan did not see it · row 17 of",
                        "387 more in",
                        "<h2>Tonight against the last nights</h2>",
                        "<h2>Thresholds</h2>",
                        "<strong>Passed</strong>: 498 of 500 scans asked about were answered (99.6 %); the floor is 50 %.",
                        "<strong>Passed</strong>: 4,471 of 4,500 captures",
                        "<strong>Passed</strong>: 479 of 482 reports read list what was seen (99.4 %); one must.",
                        "<strong>Passed</strong>: 47,911 of 48,200 lines have an identifier (99.4 %); the floor is 50 %.",
                        "<strong>Not spent</strong>: 4,483 of 10,000 calls that closient allows in a day",
                        "32,712",
                        "93.9 % of 4,035 captured products",
                        "Captures still open",
                        "187",
                        "<summary>Inputs</summary>",
                        "0f".repeat(32),
                        "<summary>Files</summary>",
                        "51".repeat(32));
    }

    @Test
    void tonightIsReadAgainstTheMedianAndTheRangeOfTheNightsBefore() {
        List<NightCounts> before = List.of(
                SampleNight.counts(LocalDate.of(2026, 11, 20), 400),
                SampleNight.counts(LocalDate.of(2026, 11, 19), 380),
                SampleNight.counts(LocalDate.of(2026, 11, 17), 390));

        assertThat(comparison(387, before)).contains("from 2026-11-17 to 2026-11-20", row("387", "390", "within"));
        assertThat(comparison(401, before)).contains(row("401", "390", "above all"));
        assertThat(comparison(379, before)).contains(row("379", "390", "below all"));
        assertThat(comparison(379, before)).contains("2026-11-19, version 1");
        assertThat(comparison(388, List.of())).contains("No earlier night is published");
    }

    private static String comparison(long open, List<NightCounts> before) {
        ReportedNight night = SampleNight.night(SampleNight.summary());
        return new ComparisonSection(new ReportedNight(
                        night.summary(),
                        night.open(),
                        SampleNight.counts(SampleNight.DATE, open),
                        before,
                        SharedWork.NONE))
                .html();
    }

    private static String row(String tonight, String median, String reading) {
        return "<td class=\"words\">Breaks open</td><td class=\"number\">" + tonight + "</td><td class=\"number\">"
                + median + "</td><td class=\"words\">" + reading + "</td>";
    }

    @Test
    void theOldestBreaksAreInSightAndMoreOfThemFold() throws Exception {
        List<ListedBreak> open = new ArrayList<>();
        for (int row = 1; row <= 10; row++) {
            open.add(new ListedBreak(row, SampleNight.open("Product " + row, "0412")));
        }
        ReportedNight night = new ReportedNight(
                SampleNight.summary(SampleNight.DATE, new Breaks(0, 0, 10, List.of(), List.of())),
                open,
                SampleNight.counts(SampleNight.DATE, 10),
                List.of(),
                SharedWork.NONE);

        String html = new BreakSection(night).html();

        assertThat(html)
                .containsSubsequence("Product 6<", "<summary>The next 4</summary>", "Product 7<", "Product 10<")
                .doesNotContain("more in");
    }

    @Test
    void whoCollectedANightThatWasSharedStandsWithWhatItWasMadeFrom() {
        assertThat(new ReportPage(2, SampleNight.sharedNight(), FILES).html())
                .containsSubsequence(
                        "<summary>Calls and quota</summary>",
                        "<summary>Workers</summary>",
                        "node-01.example",
                        "3,480</td><td class=\"number\">69.7 %</td><td class=\"number\">1 h 2 min</td>"
                                + "<td class=\"number\">100.0 %</td><td class=\"number\">211</td>"
                                + "<td class=\"words\">2026-11-22 02:00 UTC</td><td class=\"code\">shelftally work 4711 1c2d3e4f",
                        "node-02.example",
                        "31 min 0 s</td><td class=\"number\">50.0 %",
                        "<summary>Versions and settings</summary>");
        assertThat(page(SampleNight.summary())).doesNotContain("Workers", "Who collected");
    }

    @Test
    void aFloorThatIsNotJudgedIsNotCalledPassed() {
        Summary few = withCoverage(new Summary.Coverage(
                new Summary.Share(0, 0, 50), new Summary.Share(3, 3, 50), new Summary.Lines(9, 2, 50), 9, 0, 10));

        assertThat(new ThresholdSection(few).html())
                .contains(
                        "<strong>Not judged</strong>: 0 scans asked about were answered.",
                        "<strong>Passed</strong>: 3 of 3 captures",
                        "<strong>Not judged</strong>: 0 of 9 reports read list what was seen (0.0 %); one must. Judged from"
                                + " 10 reports on.",
                        "<strong>Not judged</strong>: 2 of 9 lines");
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
                List.of(),
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
                sample.inFlight(),
                sample.quota(),
                sample.versions(),
                sample.settings());
        List<ListedBreak> open = List.of(new ListedBreak(1, SampleNight.open(texts.get(0), texts.get(1))));
        ReportedNight night =
                new ReportedNight(summary, open, SampleNight.counts(SampleNight.DATE, 1), List.of(), SharedWork.NONE);
        return new ReportPage(2, night, FILES).html();
    }

    private static Summary withCoverage(Summary.Coverage coverage) {
        Summary sample = SampleNight.summary();
        return new Summary(
                sample.businessDate(),
                sample.startedAt(),
                sample.finishedAt(),
                coverage,
                sample.otherReports(),
                sample.alerts(),
                sample.scans(),
                sample.captures(),
                sample.verdicts(),
                sample.quarantine(),
                sample.unreadable(),
                sample.breaks(),
                sample.carriedOver(),
                sample.inputs(),
                sample.calls(),
                sample.inFlight(),
                sample.quota(),
                sample.versions(),
                sample.settings());
    }

    @Test
    void thePageIsWellFormedAndFetchesNothing() throws Exception {
        String html = page(SampleNight.summary());

        parse(html);

        assertThat(html).doesNotContain("<script", "<link", "<img", "<iframe", "url(", "@import", "src=");
        assertThat(Page.parse(html).links()).containsOnly("breaks.csv", "quarantine.csv", "scans.csv");
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
        assertThat(labels).hasSize(6).doesNotHaveDuplicates();
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
                .contains("class=\"good\" x=\"0\" y=\"18\" width=\"100.00%\"")
                .contains("class=\"bad\" x=\"0\" y=\"48\" width=\"25.00%\"")
                .contains("class=\"plain\" x=\"0\" y=\"78\" width=\"0.00%\"");
    }

    @Test
    void aNightWithoutAnythingStillHasItsPage() throws Exception {
        Summary empty = new Summary(
                SampleNight.DATE,
                SampleNight.summary().startedAt(),
                SampleNight.summary().finishedAt(),
                new Summary.Coverage(
                        new Summary.Share(0, 0, 50),
                        new Summary.Share(0, 0, 50),
                        new Summary.Lines(0, 0, 50),
                        0,
                        0,
                        10),
                new Summary.OtherReports(0, List.of(), ""),
                List.of(),
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
                List.of(),
                Map.of(),
                Map.of());

        String html = new ReportPage(1, SampleNight.night(empty), List.of()).html();

        parse(html);
        assertThat(html).contains("None tonight.").doesNotContain("NaN");
    }

    private static String page(Summary summary) {
        return new ReportPage(2, SampleNight.night(summary), FILES).html();
    }

    private static String id(Element chart, String child) {
        return ((Element) chart.getElementsByTagName(child).item(0)).getAttribute("id");
    }

    private static Document parse(String html) throws Exception {
        return Page.parse(html).document();
    }
}
