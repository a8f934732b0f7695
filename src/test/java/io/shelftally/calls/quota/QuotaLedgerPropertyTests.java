package io.shelftally.calls.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for every course of events: by the vendor's own count no window is ever too full. */
class QuotaLedgerPropertyTests {

    @Test
    void aDayIsNeverTooFullAndIsUsedToTheLast() {
        QuotaSettings settings = new QuotaSettings(0, 500, 0);
        try (Simulation day = new Simulation(2, settings, random -> Duration.ofSeconds(20), 8)) {
            start(day, 2);

            day.run(Duration.ofHours(60));

            assertThat(day.vendor().fullestDay()).isEqualTo(500);
            assertThat(day.vendor().calls()).isEqualTo(1500);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noCourseOfEventsOverfillsAWindow(long seed) {
        Random random = new Random(seed);
        QuotaSettings settings = new QuotaSettings(20 + random.nextInt(80), 300 + random.nextInt(600), 0);
        try (Simulation night = new Simulation(seed, settings, QuotaLedgerPropertyTests::anyLatency, 8)) {
            if (random.nextBoolean()) {
                night.silenceVendor();
            }
            for (int i = 0; i < 60; i++) {
                disturb(night);
                night.run(Duration.ofMillis(night.random().nextInt(60_000)));
            }

            assertThat(night.vendor().fullestMinute()).isLessThanOrEqualTo(settings.perMinute());
            assertThat(night.vendor().fullestDay()).isLessThanOrEqualTo(settings.perDay());
            assertThat(night.vendor().calls()).isGreaterThan(settings.perMinute());
        }
    }

    private static void disturb(Simulation night) {
        Random random = night.random();
        List<Runnable> disturbances = List.of(
                night::kill,
                night::start,
                () -> setClock(night, Duration.ofSeconds(random.nextInt(20_000) - 10_000)),
                () -> {});
        disturbances.get(random.nextInt(disturbances.size())).run();
        if (night.living().isEmpty()) {
            setClock(night, Duration.ofMillis(-random.nextInt(10_000_000)));
            night.start();
        }
    }

    /** A clock may be set back at any time, and forward while processes live to see it. */
    private static void setClock(Simulation night, Duration step) {
        night.living().forEach(Simulation.Job::visit);
        if (step.isNegative()) {
            night.time().setClockForward(step);
        } else if (!night.living().isEmpty()) {
            night.time().setClockForward(step);
            night.living().forEach(Simulation.Job::visit);
        }
    }

    private static Duration anyLatency(Random random) {
        return random.nextInt(20) == 0
                ? Duration.ofMillis(random.nextInt(30_000))
                : Duration.ofMillis(random.nextInt(500));
    }

    private static void start(Simulation simulation, int processes) {
        for (int i = 0; i < processes; i++) {
            simulation.start();
        }
    }
}
