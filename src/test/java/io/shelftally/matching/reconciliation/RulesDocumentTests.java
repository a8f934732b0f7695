package io.shelftally.matching.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.matching.product.IdentifierFlag;
import io.shelftally.matching.product.IdentifierKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesDocumentTests {

    private static final Path DOCUMENT = Path.of("docs", "rules.md");

    @ParameterizedTest
    @MethodSource("sections")
    void everyConstantHasItsEntryAndEveryEntryItsConstant(String section, Class<? extends Enum<?>> constants)
            throws IOException {
        List<String> names =
                Stream.of(constants.getEnumConstants()).map(Enum::name).toList();

        List<String> entries = entries(section);

        assertThat(entries)
                .as(
                        "%s, section \"## %s\": give each constant of %s an entry \"### `NAME`\" that says what it"
                                + " means and what to do, and remove entries without a constant",
                        DOCUMENT, section, constants.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reading an identifier", "Matching", "Verdicts", "Breaks"})
    void theRulesAreTold(String section) throws IOException {
        assertThat(section(section))
                .as("%s needs a section \"## %s\"", DOCUMENT, section)
                .isNotEmpty();
    }

    static Stream<Arguments> sections() {
        return Stream.of(
                Arguments.of("Identifier kinds", IdentifierKind.class),
                Arguments.of("Identifier flags", IdentifierFlag.class),
                Arguments.of("Match methods", MatchMethod.class),
                Arguments.of("Verdicts", Verdict.class),
                Arguments.of("Outcomes of a capture", CaptureOutcome.class),
                Arguments.of("Outcomes of a scan", ScanOutcome.class),
                Arguments.of("Unknown products", UnknownReason.class),
                Arguments.of("Quarantine codes", QuarantineCode.class));
    }

    private static List<String> entries(String section) throws IOException {
        return section(section).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring("### ".length()).replace("`", ""))
                .toList();
    }

    /** The lines after a section's heading, up to the next heading of its level. */
    private static List<String> section(String section) throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("## " + section))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .toList();
    }
}
