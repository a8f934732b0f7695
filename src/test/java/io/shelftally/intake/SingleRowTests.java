package io.shelftally.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.quarantine.QuarantineCode;
import org.junit.jupiter.api.Test;

class SingleRowTests {

    private static final String ID = "A".repeat(22);

    @Test
    void aMendedCaptureIsReadInTheDocumentedOrder() {
        SingleRow row = SingleRow.mended("captures.csv", " " + ID + " ,007,\"S,1\"");

        assertThat(row.capture()).contains(new CaptureEntry(ID, 7L, "S,1"));
        assertThat(row.line()).isEqualTo(ID + ",7,\"S,1\"");
    }

    @Test
    void whatIsOptionalAtTheEndMayBeLeftOut() {
        assertThat(SingleRow.mended("sql:captures", ID).capture()).contains(new CaptureEntry(ID, null, null));
        assertThat(SingleRow.mended("scans.csv", "5,S1").scan()).contains(new ScanEntry(5, "S1", null));
    }

    @Test
    void aBadRowKeepsTheCodeAndDetailOfItsFault() {
        assertThat(SingleRow.mended("captures.csv", "short").code()).contains(QuarantineCode.BAD_CAPTURE_ID);
        assertThat(SingleRow.mended("scans.csv", "x,S1,dairy").code()).contains(QuarantineCode.BAD_SCAN_ID);
        assertThat(SingleRow.mended("scans.csv", "1,2,3,4").code()).contains(QuarantineCode.WRONG_FIELD_COUNT);
        assertThat(SingleRow.mended("scans.csv", "").code()).contains(QuarantineCode.WRONG_FIELD_COUNT);
        assertThat(SingleRow.mended("scans.csv", ",,").code()).contains(QuarantineCode.WRONG_FIELD_COUNT);
        assertThat(SingleRow.mended("scans.csv", "1\n2").code()).contains(QuarantineCode.WRONG_FIELD_COUNT);
        assertThat(SingleRow.mended("scans.csv", "\"1").code()).contains(QuarantineCode.WRONG_FIELD_COUNT);
    }

    @Test
    void aRowIsJudgedUnderTheColumnsOfItsOwnList() {
        assertThat(SingleRow.judged("scans.csv", "store_id,,scan_id", "0412,note,5")
                        .scan())
                .contains(new ScanEntry(5, "0412", null));
        assertThat(SingleRow.judged("scans.csv", "store_id,,scan_id", "0412,note,x")
                        .code())
                .contains(QuarantineCode.BAD_SCAN_ID);
    }

    @Test
    void whatAVendorAnsweredIsNoRow() {
        assertThat(SingleRow.isOfList("pensa:40101")).isFalse();
        assertThat(SingleRow.isOfList("sql:scans")).isTrue();
    }
}
