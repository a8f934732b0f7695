package io.shelftally.operations.cli;

import java.time.Clock;
import java.time.LocalDate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Refuses a business date beyond tomorrow: it is most likely a slip, and all that is open would move on to that night. */
final class FarDates {

    @Option(names = "--force", description = "Take a date beyond tomorrow too, which is refused as a slip otherwise.")
    private boolean force;

    /**
     * Throws {@link ParameterException} for a date that is refused.
     *
     * @param option that gave it
     * @param clock in the zone of business dates
     */
    void check(String option, LocalDate date, Clock clock, CommandSpec command) {
        LocalDate today = LocalDate.now(clock);
        if (!force && date.isAfter(today.plusDays(1))) {
            throw new ParameterException(
                    command.commandLine(),
                    option + " " + date + " is beyond tomorrow; today is " + today + " in " + clock.getZone()
                            + " (shelftally.zone). If it is meant, add --force.");
        }
    }
}
