package io.shelftally.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
