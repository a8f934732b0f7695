package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.shelftally.Hostile;
import io.shelftally.Page;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night whose lists and answers are full of texts that mean harm. */
class HostileTextsIT {

    private static final String DATE = "2026-11-02";
    private static final String CODE = "00013562302284";
    private static final List<String> TEXTS = Hostile.texts(7, 60);

    private static final Pattern PUBLISHED = Pattern.compile("latest|index\\.html|site|\\.versions/site(/1(/stores)?)?"
            + "|\\.versions/site/1/(stores/)?([a-z0-9-]+\\.(html|css)|SHA256SUMS)|" + DATE + "|\\.versions|\\.versions/"
            + DATE
            + "|\\.versions/" + DATE + "/1|\\.versions/" + DATE
            + "/1/([a-z_]+\\.csv|datapackage\\.json|load\\.sql|summary\\.json|report\\.html|SHA256SUMS|_SUCCESS)");
    private static final Pattern FORMULA = Pattern.compile("[ \u00A0]*[=+@\\t\\r-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "link",
            "nav",
            "figure",
            "figcaption",
            "br",
            "body",
            "header",
            "main",
            "section",
            "p",
            "h1",
            "h2",
            "strong",
            "span",
            "div",
            "svg",
            "path",
            "desc",
            "text",
            "rect",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "wbr",
            "details",
            "summary",
            "dl",
            "dt",
            "dd",
            "ul",
            "li",
            "em",
            "code",
            "b",
            "i",
            "small",
            "footer",
            "a",
            "g");

    @TempDir
    private Path home;

    @Test
    void nothingOfThemBecomesAPathOrMarkupOrAFormula() throws Exception {
        Path desk = home.resolve("a/b/c/d/e");
        try (Sandbox sandbox = sandbox()) {
            InProcess.Ended ended = desk(desk, sandbox).night(DATE, "--wait", "2s");

            assertThat(ended.err()).isEmpty();
            assertThat(ended.code()).isZero();
        }
        assertThat(below(desk.resolve("out")))
                .allMatch(name -> PUBLISHED.matcher(name).matches());
        assertThat(below(home))
                .filteredOn(name -> !name.startsWith("a/b/c/d/e/out"))
                .containsExactlyInAnyOrder(
                        "a",
                        "a/b",
                        "a/b/c",
                        "a/b/c/d",
                        "a/b/c/d/e",
                        "a/b/c/d/e/captures.csv",
                        "a/b/c/d/e/scans.csv",
                        "a/b/c/d/e/database.mv.db");
        Published published = new Published(desk.resolve("out").resolve(DATE));
        assertNoFormula(published);
        assertThat(Page.parse(published.text("report.html")).skeleton())
                .allMatch(element -> ELEMENTS.contains(element.substring(0, element.indexOf('['))))
                .noneMatch(element -> element.contains("[on") || element.contains(" on"))
                .filteredOn(element -> element.contains("href"))
                .containsOnly("a[href]");
        assertThat(Page.parse(published.text("report.html")).links())
                .allMatch(name -> Files.isRegularFile(published.directory().resolve(name)));
        assertSoundSite(desk.resolve("out"));
        assertThat(published.text("reconciled_items.csv")).contains("../../../../planted", "'=HYPERLINK");
        assertThat(published.text("breaks.csv")).contains("../../../../planted");
        assertThat(published.text("quarantine.csv")).contains("../../../../planted");
    }

    private static void assertSoundSite(Path out) throws Exception {
        List<Path> pages;
        try (Stream<Path> all = Files.walk(out.resolve("site").toRealPath())) {
            pages = all.filter(file -> file.toString().endsWith(".html") && !file.endsWith("above.html"))
                    .toList();
        }
        assertThat(pages).hasSizeGreaterThan(TEXTS.size() / 2);
        for (Path file : pages) {
            Page page = Page.parse(Files.readString(file));
            assertThat(page.skeleton())
                    .allMatch(element -> ELEMENTS.contains(element.substring(0, element.indexOf('['))))
                    .noneMatch(element -> element.contains("[on") || element.contains(" on"));
            Path place =
                    out.resolve("site").resolve(out.resolve("site").toRealPath().relativize(file));
            assertThat(page.links())
                    .allMatch(link -> Files.isRegularFile(out.resolve(
                            out.relativize(place).resolveSibling(link).normalize())));
        }
    }

    private Desk desk(Path place, Sandbox sandbox) {
        List<String> captures = new ArrayList<>(List.of("capture_id,scan_id,store_id", Ids.id("c1") + ",1,x"));
        TEXTS.forEach(text -> captures.add(quoted(text) + ",1," + quoted(text)));
        List<String> scans = new ArrayList<>(List.of("scan_id,store_id,section"));
        for (int i = 0; i < TEXTS.size(); i++) {
            scans.add((i + 1) + "," + quoted(TEXTS.get(i)) + "," + quoted(TEXTS.get(i)));
            scans.add(quoted(TEXTS.get(i)) + ",1,1");
        }
        return new Desk(place)
                .facing(sandbox)
                .set("shelftally.intake.max-bad-share", "1")
                .captures(captures.toArray(String[]::new))
                .scans(scans.toArray(String[]::new));
    }

    private static Sandbox sandbox() {
        WorldText world = new WorldText()
                .capture(
                        Ids.id("c1"),
                        "'code': '" + CODE + "', 'object': {'product_name': " + json("<script>planted()") + "}");
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = json(TEXTS.get(i));
            String product = "{'like': '" + CODE + "', 'product': " + text + ", 'brand': " + text + "}";
            world.scan(
                    i + 1,
                    "'item': {'scan_area_id': " + text + ", 'scan_metadata': {'guid': " + text + "}}",
                    "'project': {'project_name': " + text + ", 'project_id': " + text + "}",
                    "'extraItems': [{'id': " + text + "}]",
                    "'report': {'ITEMS_SEEN': [" + product + ", {'upc': " + text + "}], 'OOS': [" + product + "]}");
        }
        return world.start();
    }

    private static void assertNoFormula(Published published) throws IOException {
        for (String name : Published.CSV) {
            try (CsvReader<CsvRecord> reader =
                    CsvReader.builder().ofCsvRecord(published.directory().resolve(name))) {
                reader.forEach(row -> assertThat(row.getFields())
                        .as("%s, line %d", name, row.getStartingLineNumber())
                        .noneMatch(cell -> FORMULA.matcher(cell).matches()
                                && !NUMBER.matcher(cell).matches()));
            }
        }
    }

    /** Names of all that stands in a directory; links are not followed. */
    private static Set<String> below(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.map(path -> directory.relativize(path).toString())
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Without any apostrophe or quote of its own, as {@link WorldText} asks. */
    private static String json(String text) {
        StringBuilder json = new StringBuilder("'");
        text.chars()
                .forEach(c -> json.append(
                        Character.isLetterOrDigit(c) && c < 128
                                ? String.valueOf((char) c)
                                : String.format(Locale.ROOT, "\\u%04x", c)));
        return json.append("'").toString();
    }

    /** A lone surrogate cannot be written in UTF-8. */
    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"").replace("\uD800", "?") + '"';
    }
}
