package io.shelftally.matching.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportListTests {

    @ParameterizedTest(name = "{1} of {0} lines, up to {2}: readable {3}")
    @CsvSource({
        "0, 0, 0.2, true",
        "5, 1, 0.2, true",
        "4, 1, 0.2, false",
        "10, 2, 0.2, true",
        "10, 3, 0.2, false",
        "100, 29, 0.29, true",
        "100, 30, 0.29, false",
        "1, 1, 1, true",
        "3, 3, 0.99, false",
        "1000000, 1, 0, false"
    })
    void aListIsUnreadableIfMoreThanTheShareOfItsLinesHasNoIdentifier(
            int lines, int unidentified, BigDecimal share, boolean isReadable) {
        List<ReportProduct> products = Collections.nCopies(lines - unidentified, Evidence.product("012345678905"));

        assertThat(ReportList.of(products, unidentified, share).isReadable()).isEqualTo(isReadable);
    }
}
