package io.shelftally.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.json.JsonMapper;

/** The table of codes as decoders, people and spreadsheets hand them over: published ones, and one for each clause. */
class VectorTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest(name = "{5}: {0}")
    @CsvFileSource(
            resources = "vectors.csv",
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false,
            maxCharsPerColumn = 1000)
    void aTextIsReadAsTheTableSays(
            @Nullable String text,
            @Nullable String gtin,
            @Nullable String kind,
            @Nullable String flags,
            @Nullable String second,
            String why) {
        Optional<Identifier> read =
                IdentifierReader.read(text == null ? "" : JSON.readValue("\"" + text + "\"", String.class));

        assertThat(read.map(VectorTests::row))
                .as(why)
                .isEqualTo(Optional.ofNullable(gtin)
                        .map(digits -> digits + "," + kind + "," + orEmpty(flags) + "," + orEmpty(second)));
    }

    private static String row(Identifier read) {
        String flags = read.flags().stream().map(Enum::name).collect(Collectors.joining("|"));
        return read.gtin() + "," + read.kind() + "," + flags + ","
                + read.secondCandidate().map(Gtin::digits).orElse("");
    }

    private static String orEmpty(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
