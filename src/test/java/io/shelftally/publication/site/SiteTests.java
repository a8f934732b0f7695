package io.shelftally.publication.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Hostile;
import io.shelftally.Page;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.publication.report.SampleNight;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTests {
    private static final LocalDate BEFORE = SampleSite.LATEST.minusDays(1);

    @Test
    void everyTopicHasAPageAndEveryStore() {
        assertThat(SampleSite.files(SampleSite.of("0412")))
                .containsOnlyKeys(
                        "above.html",
                        "index.html",
                        "nights.html",
                        "quarantine.html",
                        "site.css",
                        "stores.html",
                        "stores/store-0412.html",
                        "trends.html");
    }

    @Test
    void everyLinkIsRelativeAndLeadsToAPageOrToAReportThatIsThere() throws Exception {
        Map<String, String> files = SampleSite.files(SampleSite.of("0412"));
        List<String> there = new ArrayList<>(List.of("out/index.html"));
        files.keySet().forEach(name -> there.add("out/site/" + name));
        for (LocalDate night : List.of(SampleSite.LATEST, BEFORE)) {
            there.addAll(List.of("out/" + night + "/report.html", "out/" + night + "/breaks.csv"));
        }

        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith(".html")) {
                Path page = Path.of(file.getKey().equals(Site.ABOVE) ? "out/index.html" : "out/site/" + file.getKey());
                assertThat(Page.parse(file.getValue()).links())
                        .hasSizeGreaterThanOrEqualTo(5)
                        .extracting(
                                link -> page.resolveSibling(link).normalize().toString())
                        .as(file.getKey())
                        .isSubsetOf(there);
            }
        }
    }

    @Test
    void aNightWithoutAReportKeepsItsFiguresAndLosesItsLink() {
        String html = SampleSite.files(SampleSite.of("0412")).get("nights.html");

        assertThat(html)
                .contains(
                        "<a href=\"../2026-11-20/report.html\">2026-11-20</a>",
                        "<td class=\"markup\">2026-11-19</td><td class=\"number\">32,712</td>"
                                + "<td class=\"number\">93.9 %</td>");
    }

    @Test
    void theSameNightsGiveTheSameBytes() {
        assertThat(SampleSite.files(SampleSite.of("0412"))).isEqualTo(SampleSite.files(SampleSite.of("0412")));
    }

    @Test
    void everyPageIsWellFormedFetchesNothingFromElsewhereAndSaysWhereItIs() throws Exception {
        Map<String, String> files = SampleSite.files(SampleSite.of("0412"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith(".html")) {
                Page.parse(file.getValue());
                assertThat(file.getValue())
                        .as(file.getKey())
                        .doesNotContain("<script", "<img", "<iframe", "url(", "@import", "src=", "http:", "https:")
                        .containsOnlyOnce("rel=\"stylesheet\"")
                        .containsOnlyOnce(" aria-current=")
                        .containsOnlyOnce("<h1>");
            }
        }
    }

    @Test
    void trendsAreOfEachVerdictEachWithItsTable() {
        String html = SampleSite.files(SampleSite.of("0412")).get("trends.html");

        assertThat(html)
                .contains(
                        "<strong>CONFIRMED</strong> <span class=\"now\">11.6 %</span>",
                        "aria-label=\"CONFIRMED, 3 nights from 2026-11-19 to 2026-11-21: least 11.6 %, most 11.6 %, last"
                                + " 11.6 %\"",
                        "<summary>In numbers</summary>",
                        "aria-label=\"Verdicts by night, the latest first\"",
                        "aria-label=\"Scans answered, 3 nights",
                        "aria-label=\"Closient, day, 3 nights from 2026-11-19 to 2026-11-21: least 44.8 %");
    }

    @Test
    void whatIsNotKnownOfANightIsADashAndNoPointOfALine() {
        KeptNight unknown =
                new KeptNight(BEFORE, Map.of(KeptNight.Kind.VERDICT, Map.of("CONFIRMED", 3L, "CAPTURED_NOT_SEEN", 1L)));
        KeptNight known = KeptNight.of(SampleNight.summary(SampleSite.LATEST), 1);
        Site site = new Site(new Nights(List.of(unknown, known), Set.of()), SampleSite.stores(List.of()));

        assertThat(SampleSite.files(site).get("trends.html"))
                .contains(
                        "aria-label=\"Scans answered, 1 night from 2026-11-21 to 2026-11-21",
                        "aria-label=\"CONFIRMED, 2 nights",
                        "<td class=\"markup\">2026-11-20</td><td class=\"number\">-</td><td class=\"number\">-</td>",
                        "Not known of any night.");
    }

    @Test
    void halfAndNearlyAllOfTheCallsHaveAChartWhereTheyWereKept() {
        KeptNight before = KeptNight.of(SampleNight.summary(BEFORE), 1);
        KeptNight timed = KeptNight.of(SampleNight.summary(SampleSite.LATEST), 1)
                .with(Map.of(KeptNight.Kind.P50, Map.of("pensa", 240L), KeptNight.Kind.P99, Map.of("pensa", 1900L)));
        Site site = new Site(new Nights(List.of(before, timed), Set.of()), SampleSite.stores(List.of()));

        String page = SampleSite.files(site).get("trends.html");

        assertThat(page)
                .contains(
                        "aria-label=\"pensa, p50, 1 night from 2026-11-21 to 2026-11-21: least 240 ms",
                        "aria-label=\"pensa, p99, 1 night from 2026-11-21 to 2026-11-21: least 1,900 ms",
                        "<td class=\"number\">240 ms</td><td class=\"number\">1,900 ms</td>")
                .doesNotContain("aria-label=\"closient, p50");
    }

    @Test
    void aStoreShowsItsOldestBreaksAndHowManyThereAre() {
        List<Break> breaks = IntStream.range(0, 40)
                .mapToObj(days -> SampleSite.open("0412", days, "Product " + days))
                .toList();
        Site site = new Site(SampleSite.nights(1, Set.of(SampleSite.LATEST)), SampleSite.stores(breaks));

        assertThat(SampleSite.files(site).get("stores/store-0412.html"))
                .containsSubsequence(
                        "Tonight: 1; 1 to 6 days: 6; 7 to 29 days: 23; 30 days and more: 10",
                        "The oldest 15 of 40. Rows are those of <a href=\"../../2026-11-21/breaks.csv\">breaks.csv</a>.",
                        "<strong>Product 39</strong>",
                        "40 nights, since 2026-10-13: captured, but the scan did not see it · row 40",
                        "<strong>Product 25</strong>")
                .doesNotContain("Product 24<");
    }

    @Test
    void whatHasNoStoreHasAPageOfItsOwn() {
        Site site = new Site(
                SampleSite.nights(1, Set.of()), SampleSite.stores(List.of(SampleSite.open(null, 0, "Area 7"))));

        assertThat(SampleSite.files(site).get("stores.html"))
                .contains("<a href=\"stores/none.html\">Without a store</a>");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverTheTextsAreThePagesHaveTheSameElementsAndAttributesAndSafeNames(long seed) throws Exception {
        List<String> hostile = Hostile.texts(seed, 60).stream().distinct().toList();
        Map<String, String> files = SampleSite.files(site(hostile));
        Map<String, String> honest = SampleSite.files(site(IntStream.range(0, hostile.size())
                .mapToObj(number -> "honest " + number)
                .toList()));

        assertThat(files.keySet()).allMatch(name -> name.matches("(stores/)?[a-z0-9-]+\\.(html|css)"));
        assertThat(files.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        for (String name : List.of("stores.html", "index.html")) {
            assertThat(skeleton(files, name)).as(name).isEqualTo(skeleton(honest, name));
        }
        List<String> skeleton = skeleton(honest, "stores/" + store("honest 1").file());
        for (String text : hostile) {
            assertThat(skeleton(files, "stores/" + store(text).file())).isEqualTo(skeleton);
        }
    }

    private static List<String> skeleton(Map<String, String> files, String name) throws Exception {
        return Page.parse(Objects.requireNonNull(files.get(name))).skeleton();
    }

    private static Site site(List<String> texts) {
        return new Site(
                SampleSite.nights(1, Set.of()),
                SampleSite.stores(texts.stream()
                        .distinct()
                        .map(text -> SampleSite.open(text, 1, text))
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0412", "7", "s-1"})
    void aPlainStoreIsTheNameOfItsPage(String storeId) {
        assertThat(store(storeId).file()).isEqualTo("store-" + storeId + ".html");
    }

    @Test
    void storesThatDifferInCaseAloneHavePagesThatDifferInMore() {
        assertThat(List.of(
                        store("s1").file(),
                        store("S1").file(),
                        store("S 1").file(),
                        store("s1-" + "0".repeat(12)).file()))
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("store-s"));
    }

    private static Store store(String storeId) {
        return new Store(storeId, new StoreScans(storeId, 0, 0, 0, 0, 0), Map.of(), List.of());
    }
}
