package io.shelftally.publication.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import de.siegmar.fastcsv.reader.CsvReader;
import io.shelftally.base.digest.Sha256;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSinkTests {
    private static final String NO_BREAK_SPACE = "\u00A0";

    @TempDir
    Path directory;

    @Test
    void aFileHasAHeaderAndEndsEachLineWithCrLf() throws IOException {
        write(Samples.CHILDREN, true, List.of(new Samples.Child(7, "00012000004568", "Milk, whole")));

        assertThat(Files.readString(directory.resolve("reconciled_items.csv")))
                .isEqualTo("scan_id,gtin,name\r\n7,00012000004568,\"Milk, whole\"\r\n");
    }

    @Test
    void everyTypeHasItsSpelling() throws IOException {
        write(
                Samples.PARENTS,
                true,
                List.of(
                        parent(true, "2026-11-21", "2026-11-21T22:00:00Z"),
                        parent(false, null, "2026-11-21T22:00:00.100Z"),
                        parent(null, null, "2026-11-21T22:00:59.000000001Z"),
                        parent(null, null, "2026-11-21T22:01:00.123450Z"),
                        parent(null, null, null)));

        assertThat(Files.readAllLines(directory.resolve("scans.csv")))
                .containsExactly(
                        "scan_id,outcome,done,day,at",
                        "9,FAILED,true,2026-11-21,2026-11-21T22:00:00Z",
                        "9,FAILED,false,,2026-11-21T22:00:00.1Z",
                        "9,FAILED,,,2026-11-21T22:00:59.000000001Z",
                        "9,FAILED,,,2026-11-21T22:01:00.12345Z",
                        "9,FAILED,,,");
    }

    @Test
    void quotesStandOnlyWhereTheyAreNeeded() throws IOException {
        write(
                Samples.TEXTS,
                true,
                List.of(
                        List.of("plain", " spaces around "),
                        List.of("a\"b", "a,b"),
                        List.of("a\nb", "a\rb"),
                        List.of("\r\n", "back\\slash"),
                        List.of("", "'"),
                        List.of("\"", ";|")));

        assertThat(Files.readString(directory.resolve("texts.csv")))
                .isEqualTo("first,second\r\nplain, spaces around \r\n\"a\"\"b\",\"a,b\"\r\n\"a\nb\",\"a\rb\"\r\n"
                        + "\"'\r\n\",back\\slash\r\n,'\r\n\"\"\"\",;|\r\n");
    }

    @Test
    void fastCsvReadsAwkwardTextBackAsItWas() throws IOException {
        List<List<@Nullable String>> rows = awkwardRows("a \",;\\'\r\n\té\u00A0\uFEFF\u2028漢=");

        CsvFile file = write(Samples.TEXTS, false, rows);

        assertThat(readWithFastCsv(file.name())).isEqualTo(emptied(rows));
    }

    /** Carriage returns are left out: opencsv's own reader drops them from within a field. */
    @Test
    void opencsvReadsAwkwardTextBackAsItWas() throws Exception {
        List<List<@Nullable String>> rows = awkwardRows("a \",;\\'\n\té\u00A0\uFEFF\u2028漢=");

        CsvFile file = write(Samples.TEXTS, false, rows);

        assertThat(readWithOpencsv(file.name())).isEqualTo(emptied(rows));
    }

    @Test
    void nullCharactersAndLoneSurrogatesAreReplacedAndPairsKept() throws IOException {
        write(
                Samples.TEXTS,
                false,
                List.of(
                        List.of("a\u0000b", "\uD83D"),
                        List.of("\uDE00x\uD83D", "\uD83D\uDE00"),
                        List.of("é", "\u0000"),
                        List.of("nothing else", "but \uD83D")));

        assertThat(readWithFastCsv("texts.csv"))
                .containsExactly(
                        List.of("a\uFFFDb", "\uFFFD"),
                        List.of("\uFFFDx\uFFFD", "\uD83D\uDE00"),
                        List.of("é", "\uFFFD"),
                        List.of("nothing else", "but \uFFFD"));
    }

    @Test
    void formulasAreMadeHarmlessUnlessRawTextIsAskedFor() throws IOException {
        List<List<@Nullable String>> rows = List.of(List.of("=1+1", NO_BREAK_SPACE + "@x"), List.of("-12", "\tx"));

        write(Samples.TEXTS, true, rows);
        List<List<String>> safe = readWithFastCsv("texts.csv");
        write(Samples.TEXTS, false, rows);

        assertThat(safe).containsExactly(List.of("'=1+1", "'" + NO_BREAK_SPACE + "@x"), List.of("-12", "'\tx"));
        assertThat(readWithFastCsv("texts.csv")).isEqualTo(rows);
    }

    /** More parts than are kept, each of them twice and anew, some of which need quotes or are long. */
    @Test
    void cellsThatFollowFromAPartOfTheRowAreThoseOfTheRow() throws IOException {
        Function<Samples.Child, Object> name = child -> Objects.toString(child.name());
        Function<Samples.Child, @Nullable Object> known = child -> child.name() == null ? null : name.apply(child);
        Dataset<Samples.Child> parted = new Dataset<>(
                "parted",
                "Rows that share a part.",
                Samples.CHILDREN.columns().stream()
                        .map(column -> column.name().equals("name")
                                ? new Column<>(
                                        column.name(),
                                        column.type(),
                                        column.required(),
                                        column.description(),
                                        column.values(),
                                        column.value(),
                                        List.of(known, name))
                                : column)
                        .toList(),
                Samples.CHILDREN.key());
        List<Samples.Child> rows = new ArrayList<>();
        for (int row = 0; row < 30_000; row++) {
            String text = "x".repeat(row % 5_000 == 3 ? 5_000 : 0) + "a \"product\", " + row / 2 % 13_000;
            rows.add(new Samples.Child(row, "00012000004568", row % 7 == 0 ? null : text));
        }

        write(parted, true, rows);
        write(Samples.CHILDREN, true, rows);

        assertThat(directory.resolve("parted.csv")).hasSameTextualContentAs(directory.resolve("reconciled_items.csv"));
    }

    @Test
    void hashBytesAndRowsAreThoseOfTheFile() throws IOException {
        String long70k = "x".repeat(70_000) + "é";

        CsvFile file = write(Samples.TEXTS, true, List.of(List.of(long70k, "a"), List.of("é", long70k)));

        Path path = directory.resolve("texts.csv");
        assertThat(file.rows()).isEqualTo(2);
        assertThat(file.bytes()).isEqualTo(Files.size(path));
        assertThat(file.sha256()).isEqualTo(Sha256.ofFile(path));
    }

    @Test
    void aFileWithoutRowsHasItsHeaderAlone() throws IOException {
        CsvFile file = write(Samples.TEXTS, true, List.of());

        assertThat(file.rows()).isZero();
        assertThat(Files.readString(directory.resolve("texts.csv"))).isEqualTo("first,second\r\n");
    }

    @Test
    void aFileIsNotDescribedBeforeItIsClosed() {
        try (CsvSink<List<@Nullable String>> sink = new CsvSink<>(Samples.TEXTS, directory, true)) {
            assertThatThrownBy(sink::file)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("texts.csv");
        }
    }

    @Test
    void aMissingDirectoryIsNamedWithARemedy() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> new CsvSink<>(Samples.TEXTS, missing, true))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith("cannot create " + missing.resolve("texts.csv"))
                .hasMessageContaining("see that the directory exists");
    }

    private <R> CsvFile write(Dataset<R> dataset, boolean spreadsheetSafe, List<R> rows) {
        CsvSink<R> sink = new CsvSink<>(dataset, directory, spreadsheetSafe);
        try (sink) {
            rows.forEach(sink::write);
        }
        return sink.file();
    }

    private static Samples.Parent parent(@Nullable Boolean done, @Nullable String day, @Nullable String at) {
        return new Samples.Parent(
                9, "FAILED", done, day == null ? null : LocalDate.parse(day), at == null ? null : Instant.parse(at));
    }

    /** Texts of characters that matter to CSV, in a fixed random order, after some that were chosen. */
    private static List<List<@Nullable String>> awkwardRows(String alphabet) {
        Random random = new Random(4180);
        List<List<@Nullable String>> rows = new ArrayList<>();
        rows.add(Arrays.asList(null, ""));
        rows.add(List.of("\uD83D\uDE00 grin", "\u001A\u0007"));
        for (int row = 0; row < 500; row++) {
            rows.add(List.of(text(random, alphabet), text(random, alphabet)));
        }
        return rows;
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(6); left > 0; left--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static List<List<String>> emptied(List<List<@Nullable String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(cell -> cell == null ? "" : cell).toList())
                .toList();
    }

    private List<List<String>> readWithFastCsv(String name) throws IOException {
        try (var reader = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(directory.resolve(name))) {
            return reader.stream()
                    .skip(1)
                    .map(line -> List.copyOf(line.getFields()))
                    .toList();
        }
    }

    private List<List<String>> readWithOpencsv(String name) throws Exception {
        try (Reader text = Files.newBufferedReader(directory.resolve(name), StandardCharsets.UTF_8);
                CSVReader reader = new CSVReaderBuilder(text)
                        .withCSVParser(new RFC4180ParserBuilder().build())
                        .withSkipLines(1)
                        .build()) {
            return reader.readAll().stream().map(line -> List.of(line)).toList();
        }
    }
}
