package io.shelftally.intake.worklist;

import static io.shelftally.intake.worklist.IntakeFixture.A;
import static io.shelftally.intake.worklist.IntakeFixture.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTests {

    private final Path folder;
    private final IntakeFixture lists;

    BadInputTests(@TempDir Path folder) {
        this.folder = folder;
        lists = new IntakeFixture(folder);
    }

    @Test
    void noListAtAllIsRefused() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> read(null, false))
                .withMessage(
                        "There is no work list: neither captures nor scans are named.\n"
                                + "Name a file with --captures or --scans, or set shelftally.intake.captures-sql or .scans-sql.");
        assertThat(read(null, true).sources()).isEmpty();
    }

    @Test
    void aMissingFileIsRefusedUnlessEmptyIsAllowed() {
        Path missing = folder.resolve("captures.csv");

        assertRefused(
                missing,
                ": there is no such file.",
                "Name the list with --captures, or add --allow-empty to run without it.");
        assertThat(read(missing, true).sources()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\uFEFF",
                "\r\n \n",
                ",,,\n,\n",
                "capture_id,scan_id\n",
                "capture_id\r\n\r\n \r\n",
                "capture_id,scan_id\r,\r\"\",\r"
            })
    void aFileWithoutRowsIsRefusedUnlessEmptyIsAllowed(String csv) {
        Path empty = lists.file("captures.csv", csv);

        assertRefused(
                empty,
                ": it holds no rows.",
                "Ask its sender for the whole list, or add --allow-empty if there is nothing to do.");
        assertThat(read(empty, true).captures()).isEmpty();
        assertThat(read(empty, true).sources()).extracting(InputSource::rows).containsExactly(0);
    }

    @Test
    void aDirectoryIsRefusedEvenWhereEmptyIsAllowed() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> read(folder, true))
                .withMessage(folder + ": this is a directory.\nName the CSV file itself.");
    }

    @Test
    void aHeaderWithoutTheIdIsRefusedEvenWhereEmptyIsAllowed() {
        Path file = lists.file("captures.csv", "\nid, store_id\n");

        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> read(file, true))
                .withMessage(file + ", line 2: the header has no column capture_id, only \"id\", \" store_id\".\n"
                        + "Let the first row name the columns, capture_id among them.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"capture_id;scan_id", "capture_id\tscan_id", "capture_id|scan_id"})
    void anotherSeparatorIsGuessed(String header) {
        Path file = lists.file("captures.csv", header + "\n" + A + "\n");

        assertRefused(
                file,
                ", line 1: the header has no column capture_id, only \"" + header.replace('\t', '?') + "\".",
                "Separate the columns with commas.");
    }

    @Test
    void aNameThatStandsTwiceIsRefusedWhetherKnownOrNot() {
        Path known = lists.file("captures.csv", "capture_id, Store_ID,store_id\n" + A + ",,\n");
        assertRefused(known, ", line 1: the header has the column \"store_id\" twice.", "Leave one of the two.");

        Path unknown = lists.file("captures.csv", "capture_id,note,Note\n" + A + ",,\n");
        assertRefused(unknown, ", line 1: the header has the column \"Note\" twice.", "Leave one of the two.");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = folder.resolve("captures.csv");
        Files.write(file, ("capture_id,store_id\n" + A + ",é\n").getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(file, ", line 2: not UTF-8.", "Save the file as UTF-8 and run again.");
    }

    @Test
    void aQuoteThatNeverClosesIsRefusedWhereItOpened() {
        Path file = lists.file("captures.csv", "capture_id,store_id\n" + A + ",\"7\n" + B + ",8\n");

        assertRefused(
                file,
                ", line 2: a quote opens here and never closes.",
                "Close the quote, or write a quote that belongs to a value as \"\".");
    }

    @Test
    void aRowBeyondAllMeasureIsRefused() {
        Path file = lists.file("captures.csv", "capture_id\n" + "A".repeat((1 << 20) + 1) + "\n");

        assertRefused(
                file,
                ", line 2: the row is longer than 1048576 characters.",
                "End the lines with LF or CRLF, or raise shelftally.intake.max-record-length.");
    }

    @Test
    void aFifthOfBadRowsIsBorneAndMoreIsRefused() {
        String start = "capture_id,scan_id\n" + A + ",\n" + A + ",\n" + A + ",\n";
        Path borne = lists.file("captures.csv", start + A + ",\n\nx,\n");
        assertThat(read(borne, false).quarantine()).hasSize(1);

        Path refused = lists.file("captures.csv", start + "x,\n");
        assertRefused(
                refused,
                ": 1 of 4 rows are bad, more than 20 %; the first, line 5, is BAD_CAPTURE_ID: capture_id is \"x\"; "
                        + "a capture id is 22 characters of 2-9, A-Z but I and O, a-z but l.",
                "Mend the rows, or raise shelftally.intake.max-bad-share.");
    }

    @Test
    void rowsOfEmptyCellsAreNeitherRowsNorBad() {
        String rows = (A + ",,\n").repeat(4) + ",,\n".repeat(30);
        Path borne = lists.file("captures.csv", "capture_id,scan_id,store_id\n" + rows + "x,,\n");
        assertThat(read(borne, false).sources()).extracting(InputSource::rows).containsExactly(5);

        Path refused = lists.file("captures.csv", "capture_id,scan_id,store_id\n" + rows + "x,,\ny,,\n");
        assertRefused(
                refused,
                ": 2 of 6 rows are bad, more than 20 %; the first, line 36, is BAD_CAPTURE_ID: capture_id is \"x\"; "
                        + "a capture id is 22 characters of 2-9, A-Z but I and O, a-z but l.",
                "Mend the rows, or raise shelftally.intake.max-bad-share.");
    }

    @Test
    void conflictingRowsCountAsBad() {
        Path file = lists.file("captures.csv", "capture_id,scan_id\n" + A + ",1\n" + A + ",2\n" + B + ",\n");

        assertRefused(
                file,
                ": 2 of 3 rows are bad, more than 20 %; the first, line 2, is CONFLICTING_ROWS: "
                        + "one capture_id with different values, lines 2, 3.",
                "Mend the rows, or raise shelftally.intake.max-bad-share.");
    }

    private void assertRefused(Path file, String problem, String remedy) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> read(file, false))
                .withMessage(file + problem + "\n" + remedy);
    }

    private static WorkList read(@Nullable Path captures, boolean allowEmpty) {
        return IntakeFixture.intake("0.20").read(new IntakeRequest(captures, null, allowEmpty));
    }
}
