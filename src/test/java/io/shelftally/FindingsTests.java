package io.shelftally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the scripts in findings, and that those which are named are there. None of them is run. */
class FindingsTests {

    private static final Path FINDINGS = Path.of("findings");
    private static final Pattern NAMED = Pattern.compile("findings/([a-z0-9-]+\\.sh)");

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptSaysWhatItExpectsAndWhatWasSeenOfWhichVersions(Path script) throws IOException {
        List<String> head = Files.readAllLines(script).stream()
                .takeWhile(line -> line.startsWith("#"))
                .toList();

        assertThat(Files.isExecutable(script)).as("%s can be executed", script).isTrue();
        assertThat(head)
                .as("the head of %s, as findings/README.md asks for it", script)
                .anyMatch(line -> line.startsWith("# Versions: "))
                .anyMatch(line -> line.startsWith("# One would expect "))
                .anyMatch(line -> line.matches("# Seen on \\d{4}-\\d\\d-\\d\\d.*:"))
                .anyMatch(line -> line.startsWith("#   "));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theTableTellsAScriptByItsFirstSentence(Path script) throws IOException {
        String name = script.getFileName().toString().replace(".sh", "");

        String sentence = Files.readAllLines(script).get(1).substring("# ".length());

        assertThat(Files.readString(FINDINGS.resolve("README.md")))
                .contains("| [" + name + "](" + name + ".sh) | " + sentence + " | ");
    }

    @Test
    void everyScriptThatThePagesAndTheCodeNameIsThere() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main"))) {
            List<Path> files = Stream.concat(
                            Documents.pages().stream(),
                            sources.filter(path -> path.toString().endsWith(".java")))
                    .toList();
            for (Path file : files) {
                assertThat(NAMED.matcher(Files.readString(file)).results().map(name -> FINDINGS.resolve(name.group(1))))
                        .as("scripts that %s names", file)
                        .allMatch(Files::exists);
            }
        }
    }

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(FINDINGS)) {
            return files.filter(file -> file.toString().endsWith(".sh"))
                    .sorted()
                    .toList();
        }
    }
}
