package io.shelftally.matching.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTests {

    @ParameterizedTest(name = "captured={0} seen={1} oos={2} is {3}")
    @CsvSource({
        "yes, yes,     no,      CONFIRMED,         false",
        "yes, yes,     unknown, CONFIRMED,         false",
        "yes, no,      no,      CAPTURED_NOT_SEEN, true",
        "yes, no,      unknown, CAPTURED_NOT_SEEN, true",
        "yes, unknown, no,      NOT_COMPARABLE,    false",
        "yes, unknown, unknown, NOT_COMPARABLE,    false",
        "yes, yes,     yes,     OOS_DISPUTED,      true",
        "yes, no,      yes,     OOS_DISPUTED,      true",
        "yes, unknown, yes,     OOS_DISPUTED,      true",
        "no,  yes,     no,      SEEN_NOT_CAPTURED, false",
        "no,  yes,     unknown, SEEN_NOT_CAPTURED, false",
        "no,  yes,     yes,     REPORT_CONFLICT,   true",
        "no,  no,      yes,     OOS_REPORTED,      false",
        "no,  unknown, yes,     OOS_REPORTED,      false",
        "no,  no,      no,      EXPECTED_NOT_SEEN, false",
        "no,  no,      unknown, EXPECTED_NOT_SEEN, false"
    })
    void theThreeValuesDecide(String captured, String seen, String outOfStock, Verdict verdict, boolean isBreak) {
        Verdict decided = Verdict.of(captured.equals("yes"), value(seen), value(outOfStock));

        assertThat(decided).isEqualTo(verdict);
        assertThat(decided.isBreak()).isEqualTo(isBreak);
    }

    @ParameterizedTest
    @CsvSource({"unknown, no", "unknown, unknown"})
    void aProductThatNoSourceHasIsNoRow(String seen, String outOfStock) {
        assertThatThrownBy(() -> Verdict.of(false, value(seen), value(outOfStock)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<Boolean> value(String word) {
        return word.equals("unknown") ? Optional.empty() : Optional.of(word.equals("yes"));
    }
}
