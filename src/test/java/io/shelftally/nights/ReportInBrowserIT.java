package io.shelftally.nights;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shelftally.browser.Axe;
import io.shelftally.browser.Browser;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report of the sample night, and that of a night after it, as a browser shows them. Skipped where the machine has no
 * Chromium (CONTRIBUTING.md, "The report in a browser"); leaves its pictures in target/report.
 */
class ReportInBrowserIT {

    private static final Path SAMPLE = Path.of("sample-data");
    private static final Path PICTURES = Path.of("target", "report");
    private static final List<String> DATES = List.of("2026-11-21", "2026-11-22");

    /** In the second run, so that its report has a table of workers. */
    private static final String WORKED = """
            INSERT INTO run_worker VALUES (CAST(? AS DATE), 2, ?, 'node-01.shelves.example',
                TIMESTAMP WITH TIME ZONE '2026-11-23 00:30:00Z', TIMESTAMP WITH TIME ZONE '2026-11-23 01:41:10Z', 211, 34801, 0)
            """;

    private static final int PHONE = 390;
    private static final int SCREEN = 844;
    private static final int DESKTOP = 1280;

    @TempDir
    private static Path home;

    private static Optional<Browser> opened = Optional.empty();
    private static Desk desk;

    @BeforeAll
    static void publish() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "no Chromium on the PATH: the report is not looked at in a browser");
        desk = new Desk(home.resolve("desk")).unhurried().set("shelftally.poll.first", "200ms");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(WorldSource.folder(SAMPLE.resolve("world"))))) {
            desk.facing(sandbox);
            desk.run("migrate");
            for (String worker : List.of("shelftally work 4711 1c2d3e4f", "shelftally work 4702 99aa31f0")) {
                desk.database().update(WORKED, DATES.get(1), worker);
            }
            for (String date : DATES) {
                String captures = SAMPLE.resolve("captures.csv").toString();
                String scans = SAMPLE.resolve("scans.csv").toString();
                assertThat(desk.night(date, "--captures", captures, "--scans", scans, "--wait", "5s")
                                .code())
                        .isZero();
            }
        }
        opened = Optional.of(new Browser(
                program.get(), Files.createDirectories(home.resolve("profile")).toAbsolutePath()));
    }

    @AfterAll
    static void close() {
        opened.ifPresent(Browser::close);
    }

    @Test
    void onAPhoneItIsNoLongerThanFiveScreensAndNoWiderThanOne() throws Exception {
        for (String date : DATES) {
            Browser browser = shown(date, PHONE, "light");

            long height =
                    browser.evaluate("document.documentElement.scrollHeight").asLong();
            long width =
                    browser.evaluate("document.documentElement.scrollWidth").asLong();

            assertThat(height).as(date).isBetween(1L, 5L * SCREEN);
            assertThat(width).as(date).isEqualTo(PHONE);
        }
    }

    @Test
    void itsPicturesAreLeftForPeople() throws Exception {
        for (int width : new int[] {PHONE, DESKTOP}) {
            for (String scheme : List.of("light", "dark")) {
                Path picture = PICTURES.resolve("report-" + width + "-" + scheme + ".png");

                shown(DATES.get(1), width, scheme).screenshot(picture);

                assertThat(picture).isNotEmptyFile();
            }
        }
    }

    @Test
    void workersStandInTheReportOfANightThatTheyCollected() {
        assertThat(desk.published(DATES.get(1)).text("report.html")).contains("<summary>Workers</summary>");
        assertThat(desk.published(DATES.get(0)).text("report.html")).doesNotContain("Workers");
    }

    @Test
    void itPrints() throws Exception {
        byte[] pdf = shown(DATES.get(1), DESKTOP, "dark").pdf();

        assertThat(new String(pdf, 0, 5, US_ASCII)).isEqualTo("%PDF-");
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve("report.pdf"), pdf);
    }

    /** With everything unfolded, in both colour schemes. */
    @Test
    void axeFindsNothing() throws Exception {
        assumeTrue(
                Files.exists(Axe.SCRIPT),
                Axe.SCRIPT + " is missing: the report is not looked at by axe (see CONTRIBUTING.md)");
        for (int width : new int[] {PHONE, DESKTOP}) {
            for (String scheme : List.of("light", "dark")) {
                assertThat(Axe.findings(shown(DATES.get(1), width, scheme)))
                        .as(width + " " + scheme)
                        .isEmpty();
            }
        }
    }

    private static Browser shown(String date, int width, String scheme) throws Exception {
        Browser browser = opened.orElseThrow();
        browser.look(width, SCREEN, scheme);
        browser.open(desk.out().resolve(date).resolve("report.html").toRealPath());
        return browser;
    }
}
