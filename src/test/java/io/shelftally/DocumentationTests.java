package io.shelftally;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.results.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTests {

    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_CELL = 200;
    private static final int MOST_SENTENCES = 2;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?] +(?=\\p{Lu})");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    @ParameterizedTest
    @MethodSource("io.shelftally.Documents#pages")
    void everyRelativeLinkLeadsSomewhere(Path page) throws IOException {
        List<String> links = LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("(?i)[a-z]+:.*"))
                .toList();

        List<String> dead = new ArrayList<>();
        for (String link : links) {
            if (!leadsSomewhere(page, link)) {
                dead.add(link);
            }
        }

        assertThat(dead)
                .as("links of %s to a file or a heading that is not there", page)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.shelftally.Documents#pages")
    void noLineIsTooLongToBeReviewed(Path page) throws IOException {
        List<String> lines = Documents.prose(page);

        assertThat(IntStream.range(0, lines.size())
                        .filter(at -> lines.get(at).length() > LONGEST_LINE)
                        .mapToObj(at -> page + ", line " + (at + 1)))
                .as("lines of over %s characters outside of tables, code and output: wrap them", LONGEST_LINE)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.shelftally.Documents#pages")
    void noCellIsAParagraph(Path page) throws IOException {
        assertThat(Documents.cells(page))
                .as(
                        "%s, cells of over %s characters or %s sentences: say the rest above or below the table",
                        page, LONGEST_CELL, MOST_SENTENCES)
                .allMatch(cell -> cell.length() <= LONGEST_CELL)
                .allMatch(cell -> sentences(cell) <= MOST_SENTENCES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | half a sentence, with 2.5 and e.g. such.things",
                "2 | It ends. It begins",
                "2 | One. `A` comes next.",
                "1 | says `Mend it. Then. Run. Again.` and ends",
                "3 | One? Two! Three."
            })
    void sentencesOfACellAreCounted(long sentences, String cell) {
        assertThat(sentences(cell)).isEqualTo(sentences);
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void theReadmeShowsRowsOfEveryFileAsTheDemoWritesThem(Dataset<?> dataset) throws IOException {
        List<String> written = Files.readAllLines(Path.of("sample-data", "expected", dataset.name() + ".csv"));

        List<String> shown = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals("<!-- sample:" + dataset.name() + " -->"))
                .takeWhile(line -> !line.equals("<!-- /sample -->"))
                .filter(line -> !line.startsWith("<!--") && !line.startsWith("```"))
                .toList();

        assertThat(shown)
                .as(
                        "README.md: between the markers of %s the header and some rows of sample-data/expected",
                        dataset.name())
                .hasSizeGreaterThan(2)
                .startsWith(written.get(0))
                .isSubsetOf(written);
    }

    @Test
    void everyDecisionHasItsNumberInItsNameAndItsTitle() throws IOException {
        try (Stream<Path> records = Files.list(Path.of("docs", "adr"))) {
            assertThat(records).isNotEmpty().allSatisfy(path -> {
                String name = path.getFileName().toString();
                assertThat(name).matches("[0-9]{4}-[a-z0-9-]+\\.md");
                int number = Integer.parseInt(name.substring(0, 4));
                assertThat(Files.readAllLines(path).get(0)).startsWith("# " + number + ". ");
            });
        }
    }

    @Test
    void everyTestThatThePageOnReliabilityNamesIsThere() throws IOException {
        List<String> named = Pattern.compile("`([A-Z][A-Za-z]+(?:IT|Tests))`")
                .matcher(Files.readString(Path.of("docs", "reliability.md")))
                .results()
                .map(test -> test.group(1) + ".java")
                .distinct()
                .toList();

        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            List<String> present =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(named).isNotEmpty().isSubsetOf(present);
        }
    }

    /** By what ends all but the last; what a message says in backticks is none. */
    private static long sentences(String cell) {
        return 1
                + SENTENCE_END
                        .matcher(cell.replaceAll("`[^`]*`", "Code"))
                        .results()
                        .count();
    }

    static List<Dataset<?>> datasets() {
        return Datasets.ALL;
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || anchors(target).contains(parts[1]);
    }

    /** What the headings of a page can be linked by. */
    private static List<String> anchors(Path page) throws IOException {
        return Pattern.compile("(?m)^#+ (.*)$")
                .matcher(Files.readString(page))
                .results()
                .map(heading -> Documents.anchor(heading.group(1)))
                .toList();
    }
}
