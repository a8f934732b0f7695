package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.OnPostgresql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that wait for the same times, each of them real. */
@OnPostgresql
@Timeout(240)
class ScheduleOnPostgresqlIT {

    private static final String NIGHTLY = "shelftally.schedule.nightly";
    private static final String YEARLY = "0 0 1 1 *";

    @TempDir
    private Path home;

    private Path journal;
    private Desk desk;

    @BeforeEach
    void makeADesk() {
        journal = home.resolve("journal");
        desk = new Desk(home).set("shelftally.schedule.nightly-options", "--out " + home);
        assertThat(desk.run("migrate").code()).isZero();
    }

    @Test
    void oneOfTwoBeginsTheNightAndTheOtherGoesOnWhenThatOneIsKilled() throws Exception {
        desk.set(NIGHTLY, YEARLY);
        Path launcher = desk.script(
                "slow",
                "echo $PPID $3 >> " + journal,
                "[ -e go-on ] || exec sleep 120 2> /dev/null".replace("go-on", home + "/go-on"));
        try (ChildProcess first = begin(launcher);
                ChildProcess second = begin(launcher)) {
            assertThat(first.awaitLine(line -> line.contains("nightly is due at ")))
                    .as(first.err())
                    .isTrue();
            assertThat(second.awaitLine(line -> line.contains("nightly is due at ")))
                    .as(second.err())
                    .isTrue();
            makeTheNightDue();

            await(() -> !lines().isEmpty(), first, second);
            Thread.sleep(TimeUnit.SECONDS.toMillis(3));
            assertThat(lines()).as("begun by one").hasSize(1);

            Files.createFile(home.resolve("go-on"));
            boolean isOfTheFirst = lines().get(0).startsWith(first.pid() + " ");
            (isOfTheFirst ? first : second).kill();
            ChildProcess other = isOfTheFirst ? second : first;
            assertThat(other.awaitLine(line -> line.contains(" ended with 0 after ")))
                    .as(other.err())
                    .isTrue();

            assertThat(lines()).hasSize(2);
            assertThat(lines().get(1))
                    .isEqualTo(other.pid() + " " + lines().get(0).split(" ", 2)[1]);
            await(() -> tasks().stream().allMatch(task -> task.endsWith("-01-01T00:00:00Z 0 0 0 1 1 * UTC")), other);
            assertThat(tasks()).hasSize(1);
            other.terminate();
            assertThat(other.exitCode()).as(other.err()).isZero();
        }
    }

    @Test
    void aTaskThatItsOwnProcessIsGivenAnewIsNotBegunTwice() throws Exception {
        desk.set(NIGHTLY, YEARLY)
                .set("shelftally.schedule.prune", YEARLY)
                .set("shelftally.schedule.prune-options", "--keep-days 9");
        Path goOn = home.resolve("go-on");
        Path launcher =
                desk.script("slow", "echo begin $3 >> " + journal, "until [ -e " + goOn + " ]; do sleep 0.1; done");
        try (ChildProcess schedule = begin(launcher)) {
            assertThat(schedule.awaitLine(line -> line.contains("nightly is due at ")))
                    .as(schedule.err())
                    .isTrue();
            makeTheNightDue();
            await(() -> !lines().isEmpty(), schedule);

            desk.database().update("""
                    UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, version = version + 1, execution_time = now()
                    WHERE task_name = 'schedule-nightly'
                    """);
            Thread.sleep(TimeUnit.SECONDS.toMillis(3));
            Files.createFile(goOn);

            await(() -> tasks().stream().allMatch(task -> task.endsWith("-01-01T00:00:00Z 0 0 0 1 1 * UTC")), schedule);
            assertThat(tasks()).hasSize(2);
            assertThat(lines()).hasSize(1);
        }
    }

    @Test
    void whatAStoppedProcessPutsDownTheNextOneTakesUpAtOnce() throws Exception {
        desk.set(NIGHTLY, "* * * * * *");
        Path launcher = desk.script(
                "stops", "echo begin $3 >> " + journal, "trap 'exit 75' TERM", "while :; do sleep 0.1; done");
        try (ChildProcess first = begin(launcher)) {
            await(() -> !lines().isEmpty(), first);
            first.terminate();
            assertThat(first.exitCode()).as(first.err()).isEqualTo(75);
        }
        assertThat(tasks()).hasSize(1);

        Path quick = desk.script("quick", "echo again $3 >> " + journal);
        try (ChildProcess second = begin(quick)) {
            assertThat(second.awaitLine(line -> line.contains(" ended with 0 after ")))
                    .as(second.err())
                    .isTrue();
        }
        assertThat(lines().get(1)).isEqualTo("again " + lines().get(0).split(" ", 2)[1]);
    }

    @Test
    void timesThatTheSettingsNoLongerNameAreForgotten() throws Exception {
        try (ChildProcess one = begin(desk.set(NIGHTLY, YEARLY).script("none", "exit 0"))) {
            assertThat(one.awaitLine(line -> line.contains("nightly is due at ")))
                    .as(one.err())
                    .isTrue();
            one.terminate();
            assertThat(one.exitCode()).isZero();
        }
        try (ChildProcess other = begin(desk.set(NIGHTLY, "0 0 2 1 *").script("none", "exit 0"))) {
            assertThat(other.awaitLine(line -> line.contains("nightly is due at ")))
                    .as(other.err())
                    .isTrue();
        }

        assertThat(tasks()).hasSize(1).allMatch(task -> task.endsWith(" 0 0 0 2 1 * UTC"));
    }

    private ChildProcess begin(Path launcher) {
        return desk.java("-Dshelftally.launcher=" + launcher).runElsewhere("schedule");
    }

    private void makeTheNightDue() {
        Instant now = Clock.systemUTC().instant();
        desk.database()
                .update(
                        "UPDATE scheduled_tasks SET execution_time = now(), task_instance = ?"
                                + " WHERE task_name = 'schedule-nightly'",
                        now + " 0 0 0 1 1 * UTC");
    }

    private List<String> tasks() {
        return desk.database()
                .queryForList("SELECT task_instance FROM scheduled_tasks ORDER BY task_instance", String.class);
    }

    private static void await(BooleanSupplier wanted, ChildProcess... processes) throws InterruptedException {
        while (!wanted.getAsBoolean()) {
            for (ChildProcess process : processes) {
                assertThat(process.isAlive()).as(process.err()).isTrue();
            }
            Thread.sleep(20);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
