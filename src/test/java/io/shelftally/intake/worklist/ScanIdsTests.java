package io.shelftally.intake.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanIdsTests {

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "0001,1",
        "1234,1234",
        "9223372036854775807,9223372036854775807",
        "00009223372036854775807,9223372036854775807"
    })
    void anIdIsAsciiDigitsFrom1To2To63Less1(String text, long id) {
        assertThat(ScanIds.read(text)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "000",
                "+12",
                "-1",
                "1.0",
                "1e3",
                "1,000",
                "1 2",
                "0x1F",
                "12L",
                "\u0661\u0662",
                "\uFF11",
                "9223372036854775808",
                "9999999999999999999",
                "18446744073709551617",
                "10000000000000000000"
            })
    void anythingElseIsNone(String text) {
        assertThat(ScanIds.read(text)).isEmpty();
    }

    @Test
    void manyZerosTakeNoLongerThanTheyAreLong() {
        assertThat(ScanIds.read("0".repeat(1_000_000) + "x")).isEmpty();
    }
}
