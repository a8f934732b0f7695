package io.shelftally.intake.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.intake.quarantine.QuarantineCode;
import org.junit.jupiter.api.Test;

class SingleRowTests {

    private static final String ID = "A".repeat(22);

    @Test
    void aMendedCaptureIsReadInTheDocumentedOrder() {
        SingleRow row = SingleRow.mended("captures.csv", " " + ID + " ,007,\"S,1\"", UuidIds.REFUSE);

        assertThat(row.capture()).contains(new CaptureEntry(ID, 7L, "S,1"));
        assertThat(row.line()).isEqualTo(ID + ",7,\"S,1\"");
    }

    @Test
    void whatIsOptionalAtTheEndMayBeLeftOut() {
        assertThat(SingleRow.mended("sql:captures", ID, UuidIds.REFUSE).capture())
                .contains(new CaptureEntry(ID, null, null));
        assertThat(SingleRow.mended("scans.csv", "5,S1", UuidIds.REFUSE).scan()).contains(new ScanEntry(5, "S1", null));
    }

    @Test
    void aBadRowKeepsTheCodeAndDetailOfItsFault() {
        assertThat(SingleRow.mended("captures.csv", "short", UuidIds.REFUSE).code())
                .contains(QuarantineCode.BAD_CAPTURE_ID);
        assertThat(SingleRow.mended("scans.csv", "x,S1,dairy", UuidIds.REFUSE).code())
                .contains(QuarantineCode.BAD_SCAN_ID);
        assertThat(SingleRow.mended("scans.csv", "1,2,3,4", UuidIds.REFUSE).code())
                .contains(QuarantineCode.WRONG_FIELD_COUNT);
        assertThat(SingleRow.mended("scans.csv", "", UuidIds.REFUSE).code()).contains(QuarantineCode.WRONG_FIELD_COUNT);
        assertThat(SingleRow.mended("scans.csv", ",,", UuidIds.REFUSE).code())
                .contains(QuarantineCode.WRONG_FIELD_COUNT);
        assertThat(SingleRow.mended("scans.csv", "1\n2", UuidIds.REFUSE).code())
                .contains(QuarantineCode.WRONG_FIELD_COUNT);
        assertThat(SingleRow.mended("scans.csv", "\"1", UuidIds.REFUSE).code())
                .contains(QuarantineCode.WRONG_FIELD_COUNT);
    }

    @Test
    void aRowIsJudgedUnderTheColumnsOfItsOwnList() {
        assertThat(SingleRow.judged("scans.csv", "store_id,,scan_id", "0412,note,5", UuidIds.REFUSE)
                        .scan())
                .contains(new ScanEntry(5, "0412", null));
        assertThat(SingleRow.judged("scans.csv", "store_id,,scan_id", "0412,note,x", UuidIds.REFUSE)
                        .code())
                .contains(QuarantineCode.BAD_SCAN_ID);
    }

    @Test
    void aUuidIsJudgedAsTheSettingSays() {
        String uuid = "3b1f8b40-222c-4a6e-b77e-779d5a94e21c";

        assertThat(SingleRow.mended("captures.csv", uuid + ",5", UuidIds.CONVERT)
                        .line())
                .isEqualTo("CXc85b4rqinB7s5J52TRYb,5,");
        assertThat(SingleRow.mended("captures.csv", uuid + ",5", UuidIds.REFUSE).code())
                .contains(QuarantineCode.BAD_CAPTURE_ID);
    }

    @Test
    void whatAVendorAnsweredIsNoRow() {
        assertThat(SingleRow.isOfList("pensa:40101")).isFalse();
        assertThat(SingleRow.isOfList("sql:scans")).isTrue();
    }
}
