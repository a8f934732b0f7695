package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Page;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/** The pages over the nights, as publications, the command and a pruning make them. */
class SiteIT {

    private static final String CODE = "00013562302284";

    @TempDir
    private Path home;

    private Desk desk;

    @BeforeEach
    void makeADesk() {
        desk = new Desk(home);
    }

    @Test
    void eachPublicationMakesThePagesAnewWithAllNightsAndTheStoresOfTheLatest() throws Exception {
        night("2026-11-01", 11, 12);
        night("2026-11-02", 12, 13);

        assertThat(page("index.html").links())
                .contains("2026-11-01/report.html", "2026-11-02/report.html", "site/trends.html")
                .allMatch(link -> Files.isRegularFile(desk.out().resolve(link)));
        assertThat(text("index.html")).contains("2 nights published from 2026-11-01 to 2026-11-02", "Store S12");
        assertThat(pagesOfStores()).hasSize(3);
        assertThat(text("site/trends.html")).contains("pensa, p50", "pensa, p99");
        assertThat(text("site/stores.html")).contains("Store S11", "Store S12", "Store S13");
        assertThat(figures("2026-11-02")).containsSequence("2026-11-02", "2", "0.0 %", "2", "3", "1", "0", "2", "2");
    }

    @Test
    void aNightThatIsRunAgainKeepsEveryByteAndOneThatComesOutOtherwiseDoesNot() throws Exception {
        night("2026-11-01", 11);
        night("2026-11-02", 11);
        Map<String, String> before = files();

        night("2026-11-02", 11);
        Map<String, String> again = files();
        night("2026-11-01", 11, 12);

        assertThat(again).isEqualTo(before);
        assertThat(files()).isNotEqualTo(before);
        assertThat(figures("2026-11-01")).startsWith("2026-11-01", "2").endsWith("2");
        assertThat(figures("2026-11-02")).endsWith("1");
    }

    @Test
    void whatKeepsTheSiteFromBeingMadeIsAWarningAndTheCommandMakesItWhenItIsGone() throws Exception {
        Files.createDirectories(desk.out());
        Files.writeString(desk.out().resolve("index.html"), "mine");

        InProcess.Ended night = night("2026-11-01", 11);
        InProcess.Ended refused = desk.run("site", "--out", desk.out().toString());
        Files.delete(desk.out().resolve("index.html"));
        InProcess.Ended made = desk.run("site", "--out", desk.out().toString());

        assertThat(night.code()).isZero();
        assertThat(desk.published("2026-11-01").directory().resolve("_SUCCESS")).isRegularFile();
        assertThat(refused.code()).isEqualTo(73);
        assertThat(refused.err())
                .contains("index.html is not a link that this job made", "set shelftally.site.enabled=false");
        assertThat(made.code()).isZero();
        assertThat(made.out()).matches("made: .*/index\\.html, 8 files, [0-9]+ bytes\n");
        assertThat(page("index.html").links()).contains("2026-11-01/report.html");
    }

    @Test
    void switchedOffNothingIsMadeButTheFiguresAreKeptForTheDayItIsSwitchedOn() throws Exception {
        desk.set("shelftally.site.enabled", "false");
        night("2026-11-01", 11);
        assertThat(desk.out().resolve("index.html")).doesNotExist();
        assertThat(desk.out().resolve(".versions/site")).doesNotExist();

        desk.set("shelftally.site.enabled", "true");
        night("2026-11-02", 11);

        assertThat(figures("2026-11-01")).startsWith("2026-11-01", "1");
    }

    @Test
    void theCommandMakesTheSameBytesAndTellsSo() throws Exception {
        night("2026-11-01", 11);
        Map<String, String> before = files();

        InProcess.Ended same = desk.run("site", "--out", desk.out().toString());
        InProcess.Ended json = desk.run("site", "--out", desk.out().toString(), "--json");

        assertThat(same.out()).startsWith("nothing new: ");
        assertThat(json.out()).contains("\"files\" : 8", "\"new\" : false");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void theCommandNeedsANightAndAFolder() {
        desk.run("migrate");

        InProcess.Ended none = desk.run("site", "--out", home.toString());
        InProcess.Ended nowhere = desk.run("site", "--out", home.resolve("typo").toString());

        assertThat(none.code()).isEqualTo(65);
        assertThat(none.err()).contains("no night is published yet");
        assertThat(nowhere.code()).isEqualTo(64);
        assertThat(nowhere.err()).contains("typo\" is not a directory");
        assertThat(home.resolve("index.html")).doesNotExist();
    }

    @Test
    void aPrunedNightKeepsItsFiguresAndLosesItsLink() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String old = today.minusDays(20).toString();
        night(old, 11);
        night(today.minusDays(1).toString(), 12);
        List<String> before = figures(old);

        assertThat(desk.run("prune", "--keep-days", "7").code()).isZero();

        assertThat(figures(old)).isEqualTo(before);
        assertThat(page("index.html").links())
                .doesNotContain(old + "/report.html")
                .contains(today.minusDays(1) + "/report.html");
    }

    /** Each scan is of a store of its own; the product is captured in it, and not seen. */
    private InProcess.Ended night(String date, long... scans) {
        WorldText world = new WorldText();
        List<String> scanLines = new ArrayList<>(List.of("scan_id,store_id,section"));
        List<String> captureLines = new ArrayList<>(List.of("capture_id,scan_id"));
        for (long scan : scans) {
            world.scan(scan, "'report': {'ITEMS_SEEN': [], 'OOS': []}");
            world.capture(Ids.id("capture" + scan), "'code': '" + CODE + "'");
            scanLines.add(scan + ",S" + scan + ",dairy");
            captureLines.add(Ids.id("capture" + scan) + "," + scan);
        }
        desk.scans(scanLines.toArray(String[]::new)).captures(captureLines.toArray(String[]::new));
        try (Sandbox sandbox = world.start()) {
            InProcess.Ended ended = desk.facing(sandbox).night(date, "--wait", "60s");
            assertThat(ended.code()).as(ended.err()).isZero();
            return ended;
        }
    }

    private Page page(String name) throws Exception {
        return Page.parse(Files.readString(desk.out().resolve(name)));
    }

    private String text(String name) throws Exception {
        return page(name).text();
    }

    private List<Path> pagesOfStores() throws IOException {
        try (Stream<Path> files = Files.list(desk.out().resolve("site/stores"))) {
            return files.toList();
        }
    }

    /** The cells of the night's row. */
    private List<String> figures(String date) throws Exception {
        NodeList rows = page("site/nights.html").document().getElementsByTagName("tr");
        for (int at = 0; at < rows.getLength(); at++) {
            NodeList cells = rows.item(at).getChildNodes();
            List<String> texts = IntStream.range(0, cells.getLength())
                    .mapToObj(cell -> cells.item(cell).getTextContent())
                    .toList();
            if (texts.get(0).equals(date)) {
                return texts;
            }
        }
        return List.of();
    }

    /** Every file of the site, by name. */
    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(desk.out().resolve("site").toRealPath())) {
            all.filter(Files::isRegularFile).forEach(file -> files.put(file.toString(), read(file)));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
