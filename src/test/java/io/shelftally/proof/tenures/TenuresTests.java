package io.shelftally.proof.tenures;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.tenures.Tenures.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenuresTests {

    private static final Duration SLACK = Duration.ofMillis(500);

    @Test
    void aTenureEndsWithTheNextChangeOfItsTask() {
        Tenures tenures = Tenures.of(List.of(
                change(0, "a", ""),
                change(1, "a", "one"),
                change(2, "b", "one"),
                change(3, "a", ""),
                change(4, "a", "two")));

        assertThat(tenures.all())
                .containsExactly(
                        new Tenure("a", "one", at(1), at(3)),
                        new Tenure("b", "one", at(2), Instant.MAX),
                        new Tenure("a", "two", at(4), Instant.MAX));
    }

    @Test
    void aCallIsWithinATenureUpToTheSlack() {
        Tenures tenures = Tenures.of(List.of(change(10, "a", "one"), change(20, "a", "")));

        Tenure tenure = tenures.all().get(0);
        assertThat(tenure.isAt(at(15), SLACK)).isTrue();
        assertThat(tenure.isAt(at(20).plusMillis(400), SLACK)).isTrue();
        assertThat(tenure.isAt(at(21), SLACK)).isFalse();
        assertThat(tenure.isAt(at(9), SLACK)).isFalse();
        assertThat(new Tenure("a", "one", at(1), Instant.MAX).isAt(at(99), SLACK))
                .isTrue();
    }

    @Test
    void whatALostProcessHadInHandIsAtWorkAgainWithItsNextTenure() {
        Tenures tenures = Tenures.of(List.of(
                change(1, "a", "one"),
                change(2, "b", "one"),
                change(9, "a", ""),
                change(10, "a", "two"),
                change(11, "b", "")));

        List<Tenure> lost = tenures.of("one", at(5));

        assertThat(lost).hasSize(2);
        assertThat(tenures.again(lost.get(0))).map(Tenure::from).contains(at(10));
        assertThat(tenures.again(lost.get(1))).isEmpty();
        assertThat(tenures.of("one", at(12))).isEmpty();
    }

    private static Change change(int second, String task, String holder) {
        return new Change(at(second), task, holder, second);
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }
}
