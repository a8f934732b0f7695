package io.shelftally.operations.telling;

import io.shelftally.job.nightly.RunFacts;
import io.shelftally.publication.report.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The beginning or the end of a run, as all are told of it.
 *
 * @param command such as {@code nightly}
 * @param businessDate empty if the run failed before it knew
 * @param startedAt of the command
 * @param exitCode empty while it runs
 * @param message what was printed of a failure, without secrets; empty if there is none
 * @param facts what the run itself knows
 * @param lastLines of the log, the oldest first
 * @param host that it ran on
 */
public record RunEvent(
        RunState state,
        String command,
        Optional<LocalDate> businessDate,
        Instant startedAt,
        Instant at,
        OptionalInt exitCode,
        String message,
        RunFacts facts,
        List<String> lastLines,
        String host) {

    public RunEvent {
        lastLines = List.copyOf(lastLines);
    }

    public OptionalLong run() {
        return facts.run();
    }

    /** Since the start of the command. */
    public Duration took() {
        return Duration.between(startedAt, at);
    }

    /** The figures of the night, if it was published. */
    public Optional<Summary> summary() {
        return facts.published().map(RunFacts.Published::summary);
    }

    /** Those that tripped; none where nothing was published. */
    public List<Summary.Alert> alerts() {
        return summary().map(Summary::alerts).orElse(List.of());
    }

    /** Whether somebody must be told at once. */
    public boolean isFailure() {
        return state == RunState.FAILED
                || state == RunState.MISSING
                || alerts().stream().anyMatch(alert -> alert.level() == Summary.Level.FAIL);
    }

    /** Whether something is to be looked at; of a published night a message tells of that. */
    public boolean isTrouble() {
        return isFailure() || !alerts().isEmpty() || (state == RunState.PUBLISHED && !message.isEmpty());
    }
}
