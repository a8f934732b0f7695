package io.shelftally.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFuzzTests {

    private static final List<String> COLUMNS = List.of("id", "a", "b", "c");
    private static final List<LineDelimiter> LINE_ENDS =
            List.of(LineDelimiter.LF, LineDelimiter.CRLF, LineDelimiter.CR);
    private static final RowLimits LIMITS = new RowLimits(10_000, 10_000, 10_000_000);
    private static final String[] PARTS = {
        "\"",
        "\"\"",
        ",",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "\\",
        "'",
        "a",
        "Z9",
        "é",
        "€",
        "\uD83D\uDED2",
        "\u00a0",
        "=",
        "\u0000"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatAnotherWriterWroteReadsBackEqual(long seed) throws IOException {
        Random random = new Random(seed);
        List<List<String>> written =
                IntStream.range(0, 300).mapToObj(i -> randomRow(random, i)).toList();

        List<List<String>> read = new ArrayList<>();
        CsvText.rows(write(random, written).getBytes(StandardCharsets.UTF_8), LIMITS)
                .read(COLUMNS, row -> read.add(COLUMNS.stream().map(row::value).toList()));

        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i))
                    .isEqualTo(written.get(i).stream().map(WhiteSpace::trim).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noTextAtAllMakesTheReaderFailInAnotherWay(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            StringBuilder csv = new StringBuilder("id,a,b,c\n");
            random.ints(random.nextInt(80), 0, PARTS.length).forEach(part -> csv.append(PARTS[part]));

            readToItsEndOrRefuse(csv.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void noBytesAtAllMakeTheReaderFailInAnotherWay(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] csv = new byte[random.nextInt(200)];
            random.nextBytes(csv);

            readToItsEndOrRefuse(csv);
        }
    }

    /** Whatever is read is told whole: the raw texts stand in the file in order, and nothing but empty cells between. */
    private static void readToItsEndOrRefuse(byte[] csv) {
        List<TextRow> rows = new ArrayList<>();
        try {
            CsvText.rows(csv, LIMITS).read(COLUMNS, rows::add);
        } catch (UnreadableRowsException e) {
            assertThat(e.getMessage().lines()).hasSize(2);
            return;
        }
        String text = new String(csv, StandardCharsets.UTF_8);
        int from = text.indexOf('\n') + 1;
        for (TextRow row : rows) {
            int start = text.indexOf(row.raw(), from);
            assertThat(isEmpty(text.substring(from, start))).isTrue();
            assertThat(text.substring(0, start).chars().filter(c -> c == '\n').count() + 1)
                    .isEqualTo(row.position());
            from = start + row.raw().length();
        }
        assertThat(isEmpty(text.substring(from))).isTrue();
    }

    private static boolean isEmpty(String between) {
        return WhiteSpace.isAll(between.replaceAll("[,\"]", ""));
    }

    private static List<String> randomRow(Random random, int number) {
        List<String> row = new ArrayList<>(List.of("id" + number));
        for (int i = 1; i < COLUMNS.size(); i++) {
            StringBuilder value = new StringBuilder();
            random.ints(random.nextInt(6), 0, PARTS.length).forEach(part -> value.append(PARTS[part]));
            row.add(value.toString());
        }
        return row;
    }

    private static String write(Random random, List<List<String>> rows) throws IOException {
        StringWriter csv = new StringWriter();
        LineDelimiter lineEnd = LINE_ENDS.get(random.nextInt(LINE_ENDS.size()));
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(lineEnd).build(csv)) {
            writer.writeRecord(COLUMNS);
            rows.forEach(writer::writeRecord);
        }
        return csv.toString();
    }
}
