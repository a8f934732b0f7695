package io.shelftally.calls.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosientKeyShapeTests {

    private static final String MIDDLE = "0123456789abcdefghijABCDEFGHIJ01";

    @ParameterizedTest
    @ValueSource(strings = {"csb_", "csu_", "cpk_"})
    void aKeyWhoseLastPartIsItsChecksumIsNotRemarkable(String prefix) {
        assertThat(ClosientKeyShape.warning(prefix + MIDDLE + "_56ee0708")).isEmpty();
    }

    @Test
    void aMistypedKeyIsRemarkedWithoutShowingIt() {
        assertThat(ClosientKeyShape.warning("csb_" + MIDDLE + "_00000000"))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("checksum").doesNotContain(MIDDLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2hunter2", "xyz_0123456789abcdefghijABCDEFGHIJ01_5f5f5f5f"})
    void aKeyOfAnotherShapeIsRemarkedWithoutShowingIt(String key) {
        assertThat(ClosientKeyShape.warning(key))
                .hasValueSatisfying(text -> assertThat(text).contains("shape").doesNotContain("hunter2"));
    }
}
