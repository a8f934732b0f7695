package io.shelftally.intake.worklist;

import static io.shelftally.intake.worklist.IntakeFixture.A;
import static io.shelftally.intake.worklist.IntakeFixture.B;
import static io.shelftally.intake.worklist.IntakeFixture.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTests {

    private final Path folder;
    private final IntakeFixture lists;

    IntakeTests(@TempDir Path folder) {
        this.folder = folder;
        lists = new IntakeFixture(folder);
    }

    @Test
    void bothListsAreReadInTheOrderOfTheirRows() {
        WorkList work = lists.read(
                "Store_ID,capture_id,scan_id,till\r\n7, " + B + " ,0012,x\r\n,\"" + A + "\",,y\r\n",
                "scan_id,section,store_id\n9223372036854775807,dairy,7\n1,,\n");

        assertThat(work.captures()).containsExactly(new CaptureEntry(B, 12L, "7"), new CaptureEntry(A, null, null));
        assertThat(work.scans())
                .containsExactly(new ScanEntry(Long.MAX_VALUE, "7", "dairy"), new ScanEntry(1, null, null));
        assertThat(work.quarantine()).isEmpty();
    }

    @Test
    void optionalColumnsMayBeAbsent() {
        WorkList work = lists.read("capture_id\n" + A + "\n", "scan_id\n5\n");

        assertThat(work.captures()).containsExactly(new CaptureEntry(A, null, null));
        assertThat(work.scans()).containsExactly(new ScanEntry(5, null, null));
    }

    @Test
    void eachListIsToldWithItsPathItsDigestAndItsCounts() {
        WorkList work = lists.read("capture_id\n" + A + "\n\n" + A + "\nx\n", "scan_id\n5\n");

        assertThat(work.sources())
                .containsExactly(
                        new InputSource(
                                "captures.csv",
                                folder.resolve("captures.csv").toString(),
                                "25b0ba687f085b55f2d4463cef6d2811453bdb03c05858f02f3f56d00af7f874",
                                3,
                                1,
                                1,
                                "capture_id"),
                        new InputSource(
                                "scans.csv",
                                folder.resolve("scans.csv").toString(),
                                "4518189bbf16b1fd281affff7374f9e988cfee135c28ccd0a6325cff5841e406",
                                1,
                                0,
                                0,
                                "scan_id"));
    }

    @Test
    void oneListAloneIsEnough() {
        WorkList work = lists.scans("5,,");

        assertThat(work.captures()).isEmpty();
        assertThat(work.sources()).extracting(InputSource::source).containsExactly("scans.csv");
    }

    @Test
    void aRowWhoseIdIsNoCaptureIdIsSetAsideWhole() {
        WorkList work = lists.captures("x,12,7", A + ",,", "\"line\nend\",,", ",,7");

        assertThat(work.captures()).containsExactly(new CaptureEntry(A, null, null));
        assertThat(work.quarantine())
                .containsExactly(
                        badCapture("2", "is \"x\"", "x,12,7"),
                        badCapture("4", "is \"line?end\"", "\"line\nend\",,"),
                        badCapture("6", "is empty", ",,7"));
    }

    @Test
    void lettersAndDigitsThatLookAlikeAreNoPartOfACaptureId() {
        String good = "23456789ABCDEFGHJKLMNP";
        String others = "QRSTUVWXYZabcdefghijkm";
        String last = "nopqrstuvwxyzAAAAAAAAA";
        String[] bad = {"0", "1", "I", "O", "l", "-", "é", "\uFF12"};

        WorkList accepted = lists.captures(good + ",,", others + ",,", last + ",,");
        WorkList refused = lists.captures(IntStream.range(0, bad.length)
                .mapToObj(i -> A.substring(1) + bad[i] + ",,")
                .toArray(String[]::new));

        assertThat(accepted.captures()).extracting(CaptureEntry::captureId).containsExactly(good, others, last);
        assertThat(refused.quarantine()).extracting(QuarantineRow::code).hasSize(bad.length);
    }

    @Test
    void aCaptureWhoseScanIdIsMalformedIsSetAsideUnderItsOwnId() {
        WorkList work = lists.captures(A + ",+12,7");

        assertThat(work.quarantine())
                .containsExactly(new QuarantineRow(
                        "captures.csv",
                        "2",
                        "scan_id",
                        A,
                        QuarantineCode.BAD_SCAN_ID,
                        "scan_id is \"+12\"; a scan id is a whole number from 1 to 9223372036854775807",
                        A + ",+12,7"));
    }

    @Test
    void aScanWithoutAGoodIdIsSetAside() {
        WorkList work = lists.scans(",7,dairy", "0,7,dairy", "9223372036854775808,7,dairy", "8,7,dairy");

        assertThat(work.scans()).containsExactly(new ScanEntry(8, "7", "dairy"));
        assertThat(work.quarantine())
                .extracting(QuarantineRow::position, QuarantineRow::column, QuarantineRow::subjectId)
                .containsExactly(tuple("2", "scan_id", null), tuple("3", "scan_id", null), tuple("4", "scan_id", null));
        assertThat(work.quarantine()).extracting(QuarantineRow::code).containsOnly(QuarantineCode.BAD_SCAN_ID);
    }

    @Test
    void rowsOfEmptyCellsAreNoRowsAndOptionalLastCellsMayBeLeftOut() {
        WorkList captures = lists.captures(A + ",12", ",,,", B, "\" \",", ",,");
        WorkList scans = lists.scans("5", "6,0412", "7,,dairy", ",,,,");

        assertThat(captures.captures())
                .containsExactly(new CaptureEntry(A, 12L, null), new CaptureEntry(B, null, null));
        assertThat(captures.sources().get(0).rows()).isEqualTo(2);
        assertThat(scans.scans())
                .containsExactly(
                        new ScanEntry(5, null, null), new ScanEntry(6, "0412", null), new ScanEntry(7, null, "dairy"));
        assertThat(scans.quarantine()).isEmpty();
    }

    @Test
    void aShortRowRepeatsTheSameRowInFull() {
        WorkList work = lists.captures(A + ",1,", A + ",1", A + ",01,");

        assertThat(work.captures()).containsExactly(new CaptureEntry(A, 1L, null));
        assertThat(work.sources().get(0).duplicates()).isEqualTo(2);
    }

    @Test
    void theRowsOfAFileWithCarriageReturnsAloneAreNamedByTheirLines() {
        WorkList work =
                lists.read("Capture_ID,store_id,note\r" + A + ",0412,\"a\rb\"\r\r,,\rx,\"7\r8\"\r" + B + ",,c\r", null);

        assertThat(work.captures()).containsExactly(new CaptureEntry(A, null, "0412"), new CaptureEntry(B, null, null));
        assertThat(work.quarantine())
                .extracting(QuarantineRow::position, QuarantineRow::raw)
                .containsExactly(tuple("6", "x,\"7\r8\""));
    }

    @Test
    void aRowWithTooManyOrTornFieldsIsSetAsideUnderItsOwnIdIfThatIsGood() {
        WorkList work = lists.captures("x,12,7,8", "\"" + B + "\",\"7\"x,12", A + ",12,7,");

        assertThat(work.quarantine())
                .containsExactly(
                        new QuarantineRow(
                                "captures.csv",
                                "2",
                                null,
                                null,
                                QuarantineCode.WRONG_FIELD_COUNT,
                                "fields: 4, columns in the header: 3",
                                "x,12,7,8"),
                        new QuarantineRow(
                                "captures.csv",
                                "3",
                                null,
                                B,
                                QuarantineCode.WRONG_FIELD_COUNT,
                                "text follows a closing quote, so the fields cannot be told apart",
                                "\"" + B + "\",\"7\"x,12"),
                        new QuarantineRow(
                                "captures.csv",
                                "4",
                                null,
                                A,
                                QuarantineCode.WRONG_FIELD_COUNT,
                                "fields: 4, columns in the header: 3",
                                A + ",12,7,"));
    }

    @Test
    void aRowThatEndsBeforeItsIdIsSetAside() {
        WorkList work = lists.read("store_id,capture_id\n7\n8," + A + "\n", null);

        assertThat(work.quarantine())
                .extracting(QuarantineRow::position, QuarantineRow::code)
                .containsExactly(tuple("2", QuarantineCode.WRONG_FIELD_COUNT));
    }

    @Test
    void aValueMayHave255UnitsAfterTrimmingAndNoMore() {
        String longest = "\uD83D\uDED2".repeat(127) + "x";

        WorkList work = lists.scans("1, " + longest + " ,", "2,," + longest + "x", "3," + longest + "x,");

        assertThat(work.scans()).containsExactly(new ScanEntry(1, longest, null));
        assertThat(work.quarantine())
                .extracting(
                        QuarantineRow::position,
                        QuarantineRow::column,
                        QuarantineRow::subjectId,
                        QuarantineRow::code,
                        QuarantineRow::detail)
                .containsExactly(
                        tuple(
                                "3",
                                "section",
                                "2",
                                QuarantineCode.VALUE_TOO_LONG,
                                "section has 256 characters, at most 255"),
                        tuple(
                                "4",
                                "store_id",
                                "3",
                                QuarantineCode.VALUE_TOO_LONG,
                                "store_id has 256 characters, at most 255"));
    }

    @Test
    void aMalformedIdKeepsItsOwnCodeHoweverLongItIs() {
        WorkList captures = lists.captures("x".repeat(300) + ",,", A + "," + "9".repeat(300) + ",");
        WorkList scans = lists.scans("9".repeat(300) + ",,", "0".repeat(300) + "5,,");

        assertThat(captures.quarantine())
                .extracting(QuarantineRow::code)
                .containsExactly(QuarantineCode.BAD_CAPTURE_ID, QuarantineCode.BAD_SCAN_ID);
        assertThat(scans.quarantine())
                .extracting(QuarantineRow::code, QuarantineRow::subjectId)
                .containsExactly(tuple(QuarantineCode.BAD_SCAN_ID, null), tuple(QuarantineCode.VALUE_TOO_LONG, null));
    }

    @Test
    void unknownColumnsMayHoldAnything() {
        WorkList work = lists.read("capture_id,note\n" + A + "," + "x".repeat(300) + "\n" + A + ",y\n", null);

        assertThat(work.captures()).containsExactly(new CaptureEntry(A, null, null));
        assertThat(work.sources().get(0).duplicates()).isEqualTo(1);
    }

    @Test
    void rowsThatSayTheSameAreTakenOnceAndCounted() {
        WorkList work = lists.scans("5,7,dairy", " 005 ,\"7\",dairy", "6,,", "5,7,dairy");

        assertThat(work.scans()).containsExactly(new ScanEntry(5, "7", "dairy"), new ScanEntry(6, null, null));
        assertThat(work.quarantine()).isEmpty();
        assertThat(work.sources().get(0).duplicates()).isEqualTo(2);
    }

    @Test
    void allRowsOfAnIdWithDifferentValuesAreSetAsideTheRepeatsToo() {
        WorkList work = lists.captures(A + ",1,", B + ",1,", A + ",1,", A + ",,", C + ",1,");

        assertThat(work.captures()).containsExactly(new CaptureEntry(B, 1L, null), new CaptureEntry(C, 1L, null));
        assertThat(work.quarantine())
                .containsExactly(conflict("2", A + ",1,"), conflict("4", A + ",1,"), conflict("5", A + ",,"));
        assertThat(work.sources().get(0))
                .extracting(InputSource::rows, InputSource::duplicates, InputSource::quarantined)
                .containsExactly(5, 0, 3);
    }

    @Test
    void aBadRowDoesNotDragAGoodOneOfItsIdAlong() {
        WorkList work = lists.captures(A + ",x,", A + ",1,");

        assertThat(work.captures()).containsExactly(new CaptureEntry(A, 1L, null));
        assertThat(work.quarantine()).extracting(QuarantineRow::position).containsExactly("2");
    }

    @Test
    void theQuarantineFollowsTheOrderOfTheRows() {
        WorkList work = lists.captures(A + ",1,", "x,,", A + ",2,", "y,,");

        assertThat(work.quarantine()).extracting(QuarantineRow::position).containsExactly("2", "3", "4", "5");
    }

    @Test
    void aRowIsNamedByItsFirstLine() {
        WorkList work = lists.read("capture_id,note\r\n" + A + ",\"one\r\ntwo\r\n\"\r\n\r\nx,\"a\nb\"\n", null);

        assertThat(work.quarantine())
                .extracting(QuarantineRow::position, QuarantineRow::raw)
                .containsExactly(tuple("6", "x,\"a\nb\""));
    }

    private static QuarantineRow badCapture(String position, String found, String raw) {
        String rule = "a capture id is 22 characters of 2-9, A-Z but I and O, a-z but l";
        return new QuarantineRow(
                "captures.csv",
                position,
                "capture_id",
                null,
                QuarantineCode.BAD_CAPTURE_ID,
                "capture_id " + found + "; " + rule,
                raw);
    }

    private static QuarantineRow conflict(String position, String raw) {
        return new QuarantineRow(
                "captures.csv",
                position,
                null,
                A,
                QuarantineCode.CONFLICTING_ROWS,
                "one capture_id with different values, lines 2, 4, 5",
                raw);
    }
}
