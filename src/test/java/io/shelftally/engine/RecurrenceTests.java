package io.shelftally.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RecurrenceTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aTimeOfTheDayIsThatOfTheZoneInSummerAndWinter() {
        Recurrence nightly = new Recurrence("15 4 * * *", PARIS);

        assertThat(nightly.after(Instant.parse("2026-07-01T00:00:00Z"))).isEqualTo("2026-07-01T02:15:00Z");
        assertThat(nightly.after(Instant.parse("2026-12-01T00:00:00Z"))).isEqualTo("2026-12-01T03:15:00Z");
        assertThat(nightly.after(Instant.parse("2026-12-01T03:15:00Z"))).isEqualTo("2026-12-02T03:15:00Z");
    }

    @Test
    void aTimeThatSummerTimeSkipsComesAnHourLater() {
        Recurrence nightly = new Recurrence("30 2 * * *", PARIS);

        assertThat(nightly.after(Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(nightly.after(Instant.parse("2026-03-29T01:30:00Z"))).isEqualTo("2026-03-30T00:30:00Z");
    }

    @Test
    void aTimeThatComesTwiceIsTakenTheFirstTimeAlone() {
        Recurrence nightly = new Recurrence("30 2 * * *", PARIS);

        assertThat(nightly.after(Instant.parse("2026-10-24T12:00:00Z"))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(nightly.after(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
        assertThat(nightly.after(Instant.parse("2026-10-25T01:00:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
    }

    @Test
    void whatCronWouldNotTakeIsRefused() {
        assertThatThrownBy(() -> new Recurrence("61 2 * * *", PARIS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recurrence("2 o'clock", PARIS)).isInstanceOf(IllegalArgumentException.class);
    }
}
