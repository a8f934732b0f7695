package io.shelftally.operations.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTests {

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void aVerdictIsCalledABreakIfItIsOne(Verdict verdict) {
        assertThat(Words.of(verdict).contains("a break")).isEqualTo(verdict.isBreak());
    }

    @ParameterizedTest
    @EnumSource(CaptureOutcome.class)
    void anOutcomeThatIsCarriedAlwaysSaysWhoGoesOn(CaptureOutcome outcome) {
        boolean always = outcome.isCarried(true) && outcome.isCarried(false);

        assertThat(Words.of(outcome).contains("next night")).isEqualTo(always);
    }
}
