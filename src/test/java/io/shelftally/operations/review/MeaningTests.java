package io.shelftally.operations.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Documents;
import io.shelftally.intake.quarantine.QuarantineCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeaningTests {

    @ParameterizedTest
    @EnumSource(QuarantineCode.class)
    void aCodeMeansWhatTheRulesSay(QuarantineCode code) throws IOException {
        String told = Documents.section(Path.of("docs", "rules.md"), "Quarantine codes").stream()
                .dropWhile(line -> !line.equals("### `" + code + "`"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("###"))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(" "));

        assertThat(Meaning.of(code))
                .as("docs/rules.md, \"Quarantine codes\", %s", code)
                .isEqualTo(told);
    }
}
