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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTests {

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
