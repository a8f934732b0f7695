package io.shelftally.operations.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.collect.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At a time that stands still, by programs of the shell. */
class ScheduledWorkTests {

    private static final Instant NOW = Instant.parse("2026-11-24T00:30:00Z");

    @TempDir
    private Path folder;

    private final List<String> reports = new ArrayList<>();
    private final StopSignal stop = new StopSignal();

    @Test
    void aPruneThatAnotherRunKeptFromItsWorkIsTriedAgainSoonAndANightIsNot() throws Exception {
        assertThat(run(prune("0 7 * * SUN"), "exit 75", NOW)).isEqualTo(NOW.plusSeconds(900));
        assertThat(run(prune("*/10 * * * *"), "exit 75", NOW)).isEqualTo(NOW.plusSeconds(600));
        assertThat(run(prune("0 7 * * SUN"), "exit 73", NOW)).isEqualTo("2026-11-29T07:00:00Z");
        assertThat(run(nightly("30 0 * * *"), "exit 75", NOW)).isEqualTo("2026-11-25T00:30:00Z");
        assertThat(reports).containsExactly("2026-11-23 ended with 75");
    }

    @Test
    void aNightThatIsLateIsReportedBeforeItBegins() throws Exception {
        run(nightly("30 0 * * *"), "exit 0", NOW.minusSeconds(86_400));

        assertThat(reports).hasSize(2);
        assertThat(reports.get(0))
                .startsWith("2026-11-23 nightly was due at 2026-11-23T00:30:00Z")
                .contains("Left out: 2026-11-22;");
        assertThat(reports.get(1)).isEqualTo("2026-11-23 ended with 0");
    }

    @Test
    void aTimeThatHasComeByAnotherClockHasCome() throws Exception {
        assertThat(run(nightly("30 0 * * *"), "exit 0", NOW.plusSeconds(86_400)))
                .isEqualTo("2026-11-26T00:30:00Z");
        assertThat(reports).containsExactly("2026-11-24 ended with 0");
    }

    @Test
    void aLauncherThatIsNotThereEndsTheNightAsIfItDied() throws Exception {
        JobProcess process = new JobProcess(folder.resolve("none"), List.of(), stop);

        work(process).run(nightly("30 0 * * *"), NOW);

        assertThat(reports).containsExactly("2026-11-23 ended with 127");
    }

    @Test
    void whatIsStoppedIsDueAsBefore() {
        stop.set();

        assertThatThrownBy(() -> run(nightly("30 0 * * *"), "exit 0", NOW)).isInstanceOf(StoppedException.class);
        assertThat(reports).isEmpty();
    }

    private Instant run(JobPlan plan, String line, Instant first) throws Exception {
        return work(new JobProcess(script(line), List.of(), stop)).run(plan, first);
    }

    private ScheduledWork work(JobProcess process) {
        Reports kept = new Reports() {
            @Override
            public void late(LocalDate night, String words) {
                reports.add(night + " " + words);
            }

            @Override
            public void ended(LocalDate night, int exitCode) {
                reports.add(night + " ended with " + exitCode);
            }
        };
        return new ScheduledWork(process, kept, stop, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path script(String line) throws IOException {
        Path script = Files.writeString(folder.resolve("job"), "#!/bin/sh\n" + line + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private static JobPlan nightly(String times) {
        return plan(times, null);
    }

    private static JobPlan prune(String times) {
        return plan(null, times);
    }

    private static JobPlan plan(@Nullable String nightly, @Nullable String prune) {
        return Plans.of(new ScheduleSettings(nightly, null, prune, null, null, null, null, 1), ZoneOffset.UTC)
                .get(0);
    }
}
