package io.shelftally.nights;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shelftally.browser.Axe;
import io.shelftally.browser.Browser;
import io.shelftally.browser.SmallPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The pages over sixty made nights, as a browser shows them from the disk. Skipped where the machine has no Chromium
 * (CONTRIBUTING.md, "Pages in a browser"); leaves its pictures in target/site-pictures.
 */
class SiteInBrowserIT {

    private static final Path PICTURES = Path.of("target", "site-pictures");
    private static final List<String> PAGES = List.of(
            "index.html",
            "site/nights.html",
            "site/trends.html",
            "site/quarantine.html",
            "site/stores.html",
            "site/stores/store-0001.html");
    private static final int PHONE = 390;
    private static final int SCREEN = 844;
    private static final int DESKTOP = 1280;
    private static final int SHOWN = 1000;

    @TempDir
    private static Path home;

    private static Optional<Browser> opened = Optional.empty();
    private static Desk desk;

    @BeforeAll
    static void makeNights() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "no Chromium on the PATH: the site is not looked at in a browser");
        desk = new Desk(home.resolve("desk"));
        desk.run("migrate");
        new MadeNights(home.resolve("desk"), 60, 12, 8).make();
        assertThat(desk.run("site", "--out", desk.out().toString()).code()).isZero();
        opened = Optional.of(new Browser(
                program.get(), Files.createDirectories(home.resolve("profile")).toAbsolutePath()));
    }

    @AfterAll
    static void close() {
        opened.ifPresent(Browser::close);
    }

    @Test
    void noPageIsWiderThanAPhone() throws Exception {
        for (String page : PAGES) {
            Browser browser = shown(page, PHONE, "light");

            assertThat(browser.evaluate("document.documentElement.scrollWidth").asLong())
                    .as(page)
                    .isEqualTo(PHONE);
        }
    }

    @Test
    void theStyleThatPagesShareIsRead() throws Exception {
        for (String page : PAGES) {
            assertThat(shown(page, DESKTOP, "dark")
                            .evaluate("getComputedStyle(document.body).backgroundColor")
                            .asString())
                    .as(page)
                    .isEqualTo("rgb(16, 21, 27)");
        }
    }

    @Test
    void everyLinkAndEveryFoldIsReachedByTheKeyboardAndShowsIt() throws Exception {
        Browser browser = shown("index.html", DESKTOP, "light");

        browser.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        JsonNode reached = browser.evaluate("[...document.querySelectorAll('a,summary,[tabindex]')].map(one =>"
                + " { one.focus({focusVisible: true}); return document.activeElement === one && one.tabIndex === 0"
                + " && getComputedStyle(one).outlineStyle !== 'none' })");

        assertThat(reached.size()).isGreaterThan(20);
        assertThat(reached.valueStream()).allMatch(JsonNode::asBoolean);
    }

    @Test
    void itsPicturesAreLeftForPeople() throws Exception {
        for (String page : List.of("index.html", "site/trends.html", "site/stores/store-0001.html")) {
            for (int width : new int[] {PHONE, DESKTOP}) {
                for (String scheme : List.of("light", "dark")) {
                    picture(page, width, scheme);
                }
            }
        }
    }

    /** Small enough to be read with the pages that show them. */
    @Test
    void picturesForTheDocumentsAreMade() throws Exception {
        Map<String, Path> pictures = Map.of(
                "site-overview.png", picture("index.html", DESKTOP, "light"),
                "site-trends.png", picture("site/trends.html", DESKTOP, "dark"),
                "site-phone.png", picture("site/stores/store-0001.html", PHONE, "light"));
        for (Map.Entry<String, Path> picture : pictures.entrySet()) {
            Path small = PICTURES.resolve(picture.getKey());

            SmallPicture.write(picture.getValue(), SHOWN, small);

            assertThat(Files.size(small)).as(small.toString()).isBetween(1L, 100_000L);
        }
    }

    private static Path picture(String page, int width, String scheme) throws Exception {
        Path picture = PICTURES.resolve(page.replaceAll("[/.]", "-") + "-" + width + "-" + scheme + ".png");
        shown(page, width, scheme).screenshot(picture);
        assertThat(picture).isNotEmptyFile();
        return picture;
    }

    @Test
    void itPrints() throws Exception {
        byte[] pdf = shown("site/trends.html", DESKTOP, "dark").pdf();

        assertThat(new String(pdf, 0, 5, US_ASCII)).isEqualTo("%PDF-");
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve("trends.pdf"), pdf);
    }

    /** With everything unfolded, in both colour schemes. */
    @Test
    void axeFindsNothing() throws Exception {
        assumeTrue(
                Files.exists(Axe.SCRIPT),
                Axe.SCRIPT + " is missing: the site is not looked at by axe (see CONTRIBUTING.md)");
        for (String page : PAGES) {
            for (String scheme : List.of("light", "dark")) {
                Browser browser = shown(page, scheme.equals("dark") ? PHONE : DESKTOP, scheme);

                assertThat(Axe.findings(browser)).as(page + " " + scheme).isEmpty();
            }
        }
    }

    private static Browser shown(String page, int width, String scheme) throws Exception {
        Browser browser = opened.orElseThrow();
        browser.look(width, SCREEN, scheme);
        browser.open(desk.out().resolve(page));
        return browser;
    }
}
