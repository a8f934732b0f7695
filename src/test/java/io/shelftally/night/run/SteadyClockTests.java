package io.shelftally.night.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SteadyClockTests {

    private static final ZoneId KIRITIMATI = ZoneId.of("Pacific/Kiritimati");

    private final SteadyClock clock = new SteadyClock(ZoneOffset.UTC);

    @Test
    void itTellsTheTimeOfTheDay() {
        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void itNeverRunsBackwards() {
        Instant last = clock.instant();

        for (int i = 0; i < 10_000; i++) {
            Instant next = clock.instant();
            assertThat(next).isAfterOrEqualTo(last);
            last = next;
        }
    }

    @Test
    void inAnotherZoneItTellsTheSameTime() {
        Clock there = clock.withZone(KIRITIMATI);

        assertThat(there.getZone()).isEqualTo(KIRITIMATI);
        assertThat(Duration.between(clock.instant(), there.instant()).abs()).isLessThan(Duration.ofSeconds(10));
        assertThat(LocalDate.now(there)).isEqualTo(LocalDate.ofInstant(there.instant(), KIRITIMATI));
    }

    @Test
    void itKnowsItsZone() {
        assertThat(new SteadyClock(KIRITIMATI).getZone()).isEqualTo(KIRITIMATI);
    }
}
