package io.shelftally.proof.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import io.shelftally.proof.tenures.Comer;
import io.shelftally.proof.tenures.Tenure;
import io.shelftally.proof.tenures.Tenures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldingsTests {

    private static final String TASK = "collect 2026-11-21 scans 17";
    private static final long ONE = 1;
    private static final long OTHER = 2;

    /** One had the scan's part from second 10 to 20, the other one from 20 on. */
    private final Holdings holdings = new Holdings(
            new Tenures(
                    List.of(new Tenure(TASK, "one", at(10), at(20)), new Tenure(TASK, "other", at(20), Instant.MAX))),
            List.of(new Comer("one", ONE, at(1)), new Comer("other", OTHER, at(1))),
            Map.of("1000017", "scans 17", "1000018", "scans 18"));

    @Test
    void whoHasAnItemInHandMayCall() {
        assertThat(holdings.allow(ONE, false, call(15, "1000017"))).isTrue();
        assertThat(holdings.allow(OTHER, false, call(21, "1000017"))).isTrue();
        assertThat(holdings.allow(ONE, false, call(15))).isTrue();
    }

    @Test
    void aCallIsOnItsWayForAMoment() {
        assertThat(holdings.allow(ONE, false, call(20, "1000017"))).isTrue();
    }

    @Test
    void whoHasItNoMoreOrNotYetMayNot() {
        assertThat(holdings.allow(ONE, false, call(22, "1000017"))).isFalse();
        assertThat(holdings.allow(OTHER, false, call(15, "1000017"))).isFalse();
        assertThat(holdings.allow(ONE, false, call(15, "1000017", "1000018"))).isFalse();
    }

    @Test
    void aManagerMayWhileNobodyHasIt() {
        assertThat(holdings.allow(3, true, call(5, "1000017"))).isTrue();
        assertThat(holdings.allow(3, true, call(15, "1000017"))).isFalse();
        assertThat(holdings.allow(ONE, false, call(5, "1000017"))).isFalse();
    }

    private static JournalEntry call(int second, String... scans) {
        return new JournalEntry(at(second), "POST", "/scan-statuses", List.of(scans), 200, "", "whole", 1);
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }
}
