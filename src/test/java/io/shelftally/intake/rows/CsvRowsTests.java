package io.shelftally.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CsvRowsTests {

    private static final List<String> COLUMNS = List.of("id", "a", "b");

    @Test
    void columnsComeInAnyOrderAndCaseAndAreTrimmed() {
        TextRow row = CsvText.read("\uFEFF B ,ID,\" a\t\"\nbee, 1 ,\"\u00a0ay\u200b\"\n")
                .get(0);

        assertThat(row.value("id")).isEqualTo("1");
        assertThat(row.value("a")).isEqualTo("ay");
        assertThat(row.value("b")).isEqualTo("bee");
        assertThat(row.misfit()).isEmpty();
    }

    @Test
    void anAbsentColumnIsEmpty() {
        TextRow row = CsvText.read("id\n1\n").get(0);

        assertThat(row.value("a")).isEmpty();
    }

    @Test
    void columnsWithoutANameAreNotRead() {
        TextRow row = CsvText.read("id,,\n1,x,y\n").get(0);

        assertThat(row.value("id")).isEqualTo("1");
        assertThat(row.misfit()).isEmpty();
    }

    @Test
    void backslashesAndStrayQuotesAreKept() {
        TextRow row = CsvText.read("id,a,b\n1\\,12\"\", \"\"x\"\n").get(0);

        assertThat(row.value("id")).isEqualTo("1\\");
        assertThat(row.value("a")).isEqualTo("12\"\"");
        assertThat(row.value("b")).isEqualTo("\"\"x\"");
    }

    @Test
    void quotedCommasQuotesAndLineEndsAreRead() {
        TextRow row = CsvText.read("id,a,b\n\"1\",\"x,\"\"y\"\"\r\nz\" ,\"\"\n").get(0);

        assertThat(row.value("a")).isEqualTo("x,\"y\"\r\nz");
        assertThat(row.value("b")).isEmpty();
        assertThat(row.misfit()).isEmpty();
        assertThat(row.raw()).isEqualTo("\"1\",\"x,\"\"y\"\"\r\nz\" ,\"\"");
    }

    @Test
    void optionalColumnsAtTheEndOfARowMayBeLeftOut() {
        List<TextRow> rows = CsvText.read("a,id,b,note\nx,1\ny,2,z\n,3,,\n");

        assertThat(rows).extracting(TextRow::misfit).containsOnly(Optional.empty());
        assertThat(rows).extracting(row -> row.value("id")).containsExactly("1", "2", "3");
        assertThat(rows).extracting(row -> row.value("b")).containsExactly("", "z", "");
    }

    @Test
    void aRowWithoutTheRequiredFieldOrWithTooManyFieldsSaysSo() {
        List<TextRow> rows = CsvText.read("a,id,b\nx\nx,2,y,\nx,3,y\n");

        assertThat(rows.get(0).misfit()).contains("fields: 1, columns in the header: 3");
        assertThat(rows.get(1).misfit()).contains("fields: 4, columns in the header: 3");
        assertThat(rows.get(2).misfit()).isEmpty();
    }

    @Test
    void rowsOfEmptyCellsAloneAreSkippedAlsoBeforeTheHeader() {
        List<TextRow> rows =
                CsvText.read(",,\n\"\", \u00a0,\nid,a,b\n1,x,y\n,,\n,,,,,,\n\"\",\" \"\n \t,\n\"\"\"\"\n,,z\n2\n,,");

        assertThat(rows).extracting(TextRow::position).containsExactly(4L, 9L, 10L, 11L);
        assertThat(rows).extracting(TextRow::raw).containsExactly("1,x,y", "\"\"\"\"", ",,z", "2");
    }

    @Test
    void rowsOfEmptyCellsTakeNothingOfTheLimit() {
        byte[] csv = ("id,a\n" + ",\n".repeat(99) + "1,\n2,\n").getBytes(StandardCharsets.UTF_8);
        List<TextRow> rows = new ArrayList<>();

        CsvText.rows(csv, new RowLimits(10, 2, 4)).read(COLUMNS, rows::add);

        assertThat(rows).hasSize(2);
    }

    @Test
    void aFileWhoseOnlyLineEndsAreCarriageReturnsIsReadByThem() {
        List<TextRow> rows = CsvText.read("\uFEFF\"id\",a,b\r\r1,\"x\ry\nz\",\"b\"\r,,\r\"2\",p\rq");

        assertThat(rows).extracting(TextRow::position).containsExactly(3L, 6L, 7L);
        assertThat(rows).extracting(TextRow::raw).containsExactly("1,\"x\ry\nz\",\"b\"", "\"2\",p", "q");
        assertThat(rows.get(0).value("a")).isEqualTo("x\ry\nz");
    }

    @Test
    void unknownColumnsAreNamedOnceInTheLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Header.class);
        log.start();
        logger.addAppender(log);

        CsvText.read("id,Colour,a,\"two\nlines\"\n1,2,3,4\n5,6,7,8\n");

        logger.detachAppender(log);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("list.csv, line 1: these columns are not read: \"Colour\", \"two?lines\"");
    }

    @Test
    void theDigestIsOfTheBytesAsTheyCame() {
        String digest = CsvText.rows("\uFEFFid\r\n1").read(COLUMNS, row -> {});

        assertThat(digest).isEqualTo("199ad16ef9dd68485d7786332650fd3ebe258799c8ee371b13e0d8dc75f999bd");
    }

    @Test
    void charactersAcrossTheEdgeOfABufferAreWhole() {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("id,a\n");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            String value = "\uD83D\uDED2é€x".repeat(1 + random.nextInt(12)) + "y".repeat(random.nextInt(4));
            values.add(value);
            csv.append(i).append(',').append(value).append('\n');
        }

        List<TextRow> rows = CsvText.read(csv.toString());

        assertThat(rows).extracting(row -> row.value("a")).containsExactlyElementsOf(values);
    }

    @Test
    void aByteThatIsNotUtf8IsReportedOnItsOwnLine() {
        for (int line : List.of(1, 2, 3, 700, 9000)) {
            byte[] csv = ("id\n" + "1\n".repeat(line - 1)).getBytes(StandardCharsets.ISO_8859_1);
            csv[csv.length - 2] = (byte) 0xE9;

            assertThatThrownBy(() ->
                            CsvText.rows(csv, new RowLimits(1000, 9999, 99_999)).read(COLUMNS, row -> {}))
                    .hasMessageStartingWith("list.csv, line " + line + ": not UTF-8.");
        }
    }

    @Test
    void aCharacterCutShortByTheEndOfTheFileIsNotUtf8() {
        byte[] csv = {'i', 'd', '\n', '1', (byte) 0xE2, (byte) 0x82};

        assertThatThrownBy(() -> CsvText.rows(csv, CsvText.LIMITS).read(COLUMNS, row -> {}))
                .hasMessageStartingWith("list.csv, line 2: not UTF-8.");
    }

    @Test
    void aDiskThatFailsHalfWayIsReportedWithTheLine() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Stale file\nhandle");
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                return read();
            }
        };
        InputStream start = new ByteArrayInputStream("id\n1\n2".getBytes(StandardCharsets.UTF_8));
        CsvRows rows = new CsvRows("list.csv", () -> new SequenceInputStream(start, broken), CsvText.LIMITS);

        assertThatThrownBy(() -> rows.read(COLUMNS, row -> {}))
                .hasMessage("list.csv, line 3: reading stopped here: Stale file?handle.\n"
                        + "Look at the file and its disk, and run again.");
    }

    @Test
    void aLineWithoutEndIsRefusedWithoutReadingItAll() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int count) {
                Arrays.fill(bytes, from, from + count, (byte) 'x');
                return count;
            }
        };
        CsvRows rows = new CsvRows("list.csv", () -> endless, CsvText.LIMITS);

        assertThatThrownBy(() -> rows.read(COLUMNS, row -> {}))
                .hasMessageStartingWith("list.csv, line 1: the row is longer than 1000 characters.");
    }

    @Test
    void tooManyRowsAndTooMuchTextAreRefused() {
        byte[] csv = "id\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CsvText.rows(csv, new RowLimits(10, 2, 100)).read(COLUMNS, row -> {}))
                .hasMessage(
                        "list.csv: it holds more than 2 rows.\nSplit the list, or raise shelftally.intake.max-rows.");
        assertThatThrownBy(() -> CsvText.rows(csv, new RowLimits(10, 100, 2)).read(COLUMNS, row -> {}))
                .hasMessage("list.csv: it holds more than 2 characters in its rows.\n"
                        + "Split the list, or raise shelftally.intake.max-text.");
    }
}
