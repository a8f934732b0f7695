package io.shelftally.publication.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OldestBreaksTests {

    private static final LocalDate TONIGHT = LocalDate.of(2026, 11, 21);

    @Test
    void theOldestOpenOnesStayInTheOrderOfAgeWithTheirRows() {
        OldestBreaks oldest = new OldestBreaks(3);

        oldest.add(opened(2, null));
        oldest.add(opened(9, TONIGHT));
        oldest.add(opened(5, null));
        oldest.add(opened(1, null));
        oldest.add(opened(5, null));

        assertThat(oldest.list()).extracting(one -> one.row()).containsExactly(3L, 5L, 1L);
    }

    private static Break opened(int daysAgo, @Nullable LocalDate closedOn) {
        return new Break(
                "S1/dairy",
                "S1",
                "dairy",
                new Gtin("00012000111020"),
                null,
                TONIGHT.minusDays(daysAgo),
                TONIGHT.minusDays(1),
                closedOn,
                1,
                Verdict.CAPTURED_NOT_SEEN,
                Verdict.CAPTURED_NOT_SEEN,
                null);
    }
}
