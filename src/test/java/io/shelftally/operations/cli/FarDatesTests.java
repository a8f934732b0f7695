package io.shelftally.operations.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.collect.StopSignal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

class FarDatesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Instant NOW = Instant.parse("2026-11-28T20:30:00Z");

    private final CommandSpec command = ShelfTally.commandLine(new StopSignal()).getCommandSpec();

    @Test
    void theDayAfterTomorrowIsTakenForASlip() {
        assertThatThrownBy(() -> check(TODAY.plusDays(2), "UTC"))
                .isInstanceOf(ParameterException.class)
                .hasMessage("--date 2026-11-30 is beyond tomorrow; today is 2026-11-28 in UTC (shelftally.zone)."
                        + " If it is meant, add --force.");
    }

    @Test
    void tomorrowAndWhatIsPastAreNot() {
        assertThatCode(() -> check(TODAY.plusDays(1), "UTC")).doesNotThrowAnyException();
        assertThatCode(() -> check(TODAY.minusYears(9), "UTC")).doesNotThrowAnyException();
    }

    @Test
    void itIsTheZoneOfTheBusinessDateThatSaysWhenTomorrowIs() {
        assertThatCode(() -> check(TODAY.plusDays(2), "Pacific/Auckland")).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(TODAY.plusDays(3), "Pacific/Auckland"))
                .hasMessageContaining("today is 2026-11-29 in Pacific/Auckland");
    }

    private void check(LocalDate date, String zone) {
        new FarDates().check("--date", date, Clock.fixed(NOW, ZoneId.of(zone)), command);
    }
}
