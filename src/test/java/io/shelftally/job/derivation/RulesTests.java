package io.shelftally.job.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTests {

    @Test
    void rulesThatAreKeptAreReadAgain() {
        Rules rules = TestRules.DEFAULT.with(RuleSetting.VARIABLE_WEIGHT, "21IIIIIXXXXXC, 22IIIIIXXXXXC");

        assertThat(Rules.parse(rules.text())).isEqualTo(rules);
        assertThat(rules.value(RuleSetting.VARIABLE_WEIGHT)).isEqualTo("21IIIIIXXXXXC,22IIIIIXXXXXC");
        assertThat(rules.differences(TestRules.DEFAULT)).isEqualTo(List.of(RuleSetting.VARIABLE_WEIGHT));
    }

    @Test
    void rulesOfAReleaseWithoutPatternsOfVariableWeightHaveNone() {
        String text = TestRules.DEFAULT.text().replace("shelftally.matching.variable-weight=\n", "");

        assertThat(text).doesNotContain("variable-weight");
        assertThat(Rules.parse(text)).isEqualTo(TestRules.DEFAULT);
    }

    /** A night of an earlier release is replayed by what it went by. */
    @Test
    void whatWasNoSettingYetIsWhatNightsWentByThen() {
        String earlier = TestRules.DEFAULT
                .text()
                .replaceAll("shelftally\\.(matching\\.unreadable|breaks\\.restricted)=.*\n", "");

        Rules rules = Rules.parse(earlier);

        assertThat(rules.value(RuleSetting.UNREADABLE)).isEqualTo("1");
        assertThat(rules.value(RuleSetting.RESTRICTED_BREAKS)).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({"0.20, 0.2", "0, 0", "1.0, 1", "1, 1", "0.0, 0", "0.333, 0.333"})
    void aShareHasOneSpelling(String written, String kept) {
        assertThat(TestRules.DEFAULT.with(RuleSetting.UNREADABLE, written).value(RuleSetting.UNREADABLE))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-0.1", "1.1", "20 %", "0,2", "2", "NaN", ".5", "1e-1"})
    void whatIsNoShareIsRefused(String written) {
        assertThatThrownBy(() -> TestRules.DEFAULT.with(RuleSetting.UNREADABLE, written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to 1");
    }
}
