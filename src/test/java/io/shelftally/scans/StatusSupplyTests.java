package io.shelftally.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusSupplyTests {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final ScanItem SCAN =
            new ScanItem(1, new ScanState(ScanPhase.STATUS, Optional.empty(), 0, 0, false, false));
    private static final ScanCall STATUSES = ScanCall.statuses(List.of(SCAN));
    private static final ScanCall REPORT = ScanCall.report(SCAN);

    @Test
    void aFewStatusCallsGoBeforeTheReportsThatAreDueRunOut() {
        StatusSupply supply = new StatusSupply(401, NOW);

        int enough = supply.beforeReports(32);
        supply.claimed(REPORT);
        supply.claimed(REPORT);

        assertThat(enough).isZero();
        assertThat(supply.beforeReports(32)).isEqualTo(4);
        assertThat(supply.beforeReports(5)).isEqualTo(2);
    }

    @Test
    void noMoreThanAFewAreUnderWayAtATime() {
        StatusSupply supply = new StatusSupply(0, NOW);

        IntStream.range(0, 3).forEach(i -> supply.claimed(STATUSES));

        assertThat(supply.beforeReports(32)).isEqualTo(1);
        assertThat(supply.besideReports(32, NOW)).isEqualTo(1);
        supply.letGo(STATUSES);
        assertThat(supply.besideReports(32, NOW)).isEqualTo(2);
    }

    @Test
    void whileManyReportsAreUnderWayAFewAreEnough() {
        StatusSupply supply = new StatusSupply(100, NOW);

        IntStream.range(0, 32).forEach(i -> supply.claimed(REPORT));

        assertThat(supply.besideReports(200, NOW.plusSeconds(9))).isEqualTo(4);
        supply.letGo(REPORT);
        assertThat(supply.besideReports(200, NOW.plusSeconds(18))).isEqualTo(32);
    }

    @Test
    void whenRoomWasLeftForHalfASecondStatusCallsTakeAllOfIt() {
        StatusSupply supply = new StatusSupply(0, NOW);

        int atOnce = supply.besideReports(40, NOW.plusMillis(500));
        int later = supply.besideReports(40, NOW.plusMillis(501));
        int full = supply.besideReports(0, NOW.plusMillis(502));

        assertThat(atOnce).isEqualTo(4);
        assertThat(later).isEqualTo(32);
        assertThat(full).isZero();
        assertThat(supply.besideReports(40, NOW.plusMillis(503))).isEqualTo(4);
    }
}
