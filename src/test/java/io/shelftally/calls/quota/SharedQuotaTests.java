package io.shelftally.calls.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a minute's limit is used for by processes that share it. */
class SharedQuotaTests {

    private static final QuotaSettings SETTINGS = new QuotaSettings(300, 0, 0);
    private static final Duration LATENCY = Duration.ofMillis(200);

    /** In steady use, after the first minute. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aMinuteIsNeverTooFullAndNeverMuchLessThanFull(int processes) {
        try (Simulation night = new Simulation(processes, SETTINGS, random -> LATENCY, 32)) {
            for (int i = 0; i < processes; i++) {
                night.start();
            }
            night.run(Duration.ofSeconds(70));
            int before = night.vendor().calls();

            night.run(Duration.ofMinutes(4));

            double used = (night.vendor().calls() - before) / (4.0 * SETTINGS.perMinute());
            assertThat(night.vendor().fullestMinute()).isLessThanOrEqualTo(SETTINGS.perMinute());
            assertThat(used).isGreaterThanOrEqualTo(0.97);
        }
    }

    /** A process that is killed has sent most of what it was granted, so that little is lost for the others. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void processesThatAreKilledOnceAMinuteCostTheOthersLittle(long seed) {
        try (Simulation night = new Simulation(seed, SETTINGS, random -> LATENCY, 32)) {
            for (int i = 0; i < 4; i++) {
                night.start();
            }
            night.run(Duration.ofSeconds(70));
            int before = night.vendor().calls();

            for (int minute = 0; minute < 4; minute++) {
                night.kill();
                night.run(Duration.ofSeconds(12));
                night.start();
                night.run(Duration.ofSeconds(48));
            }

            double used = (night.vendor().calls() - before) / (4.0 * SETTINGS.perMinute());
            assertThat(night.vendor().fullestMinute()).isLessThanOrEqualTo(SETTINGS.perMinute());
            assertThat(used).isGreaterThanOrEqualTo(0.9);
        }
    }
}
