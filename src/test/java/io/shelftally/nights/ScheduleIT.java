package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process that begins jobs at their times, and the processes that it begins, all of them real. */
@Timeout(180)
class ScheduleIT {

    private static final String EVERY_SECOND = "* * * * * *";
    private static final String NIGHTLY = "shelftally.schedule.nightly";
    private static final String OPTIONS = "shelftally.schedule.nightly-options";

    @TempDir
    private Path home;

    private final Receiver pings = new Receiver();
    private Desk desk;

    @BeforeEach
    void makeADesk() {
        desk = new Desk(home)
                .set("shelftally.notify.ping.url", pings.url("/check"))
                .set(OPTIONS, "--out '" + home.resolve("out") + "' --scans '" + home.resolve("scans.csv") + "'")
                .set("shelftally.schedule.days-before", "0");
    }

    @AfterEach
    void closeTheReceiver() {
        pings.close();
    }

    @Test
    void aNightIsRunAtItsTimeAndMeanwhileTheDatabaseIsFree() throws Exception {
        Instant due = Clock.systemUTC().instant().plusSeconds(3);
        String date = LocalDate.ofInstant(due, ZoneOffset.UTC).toString();
        keep(due, "0 0 0 1 1 *");
        try (Sandbox sandbox = world("'COMPLETE'").start()) {
            desk.facing(sandbox).scans("scan_id", "1").set(NIGHTLY, "0 0 1 1 *");
            try (ChildProcess schedule = begin(desk.launcher())) {
                awaitLine(schedule, "nightly is due at " + due);
                awaitLine(schedule, "nightly of " + date + " ended with 0");
                assertThat(desk.run("nights").out()).contains(date);

                schedule.terminate();
                assertThat(schedule.exitCode()).as(schedule.err()).isZero();
                assertThat(schedule.err()).doesNotContain("is no setting");
            }
        }

        assertThat(desk.published(date).exists()).isTrue();
        assertThat(Files.readString(home.resolve("database.schedule"))).contains("-01-01T00:00:00Z\n");
        assertThat(pings.paths()).containsExactly("/check/start", "/check");
    }

    @Test
    void aStopIsGracefulForTheNightTooAndTheNextStartTakesItUp() throws Exception {
        try (Sandbox sandbox = world("'IN_PROGRESS'").start()) {
            desk.facing(sandbox).scans("scan_id", "1").set(NIGHTLY, EVERY_SECOND);
            try (ChildProcess schedule = begin(desk.launcher())) {
                await(() -> !sandbox.journal().entries().isEmpty(), schedule);
                schedule.terminate();

                assertThat(schedule.exitCode()).as(schedule.err()).isEqualTo(75);
                assertThat(schedule.err()).contains("stopped by a signal", "was stopped, and ended with 75");
            }
            desk.set(
                    OPTIONS,
                    "--wait 0s --out '" + home.resolve("out") + "' --scans '" + home.resolve("scans.csv") + "'");
            try (ChildProcess schedule = begin(desk.launcher())) {
                awaitLine(schedule, " ended with 0 after ");
            }
        }

        assertThat(desk.run("runs").out()).contains(" 75 ", " 0 ");
    }

    @Test
    void aJobThatIsStillAtWorkIsNotBegunASecondTime() throws Exception {
        Path journal = home.resolve("journal");
        desk.set(NIGHTLY, EVERY_SECOND);
        Path launcher = desk.script("slow", "echo begin >> " + journal, "sleep 2.2", "echo end >> " + journal);
        try (ChildProcess schedule = begin(launcher)) {
            await(() -> lines(journal).size() >= 6, schedule);
            schedule.terminate();
            schedule.exitCode();
        }

        List<String> lines = lines(journal);
        for (int at = 0; at < lines.size(); at++) {
            assertThat(lines.get(at)).isEqualTo(at % 2 == 0 ? "begin" : "end");
        }
        assertThat(pings.paths()).isEmpty();
    }

    @Test
    void jobsOfTheDatabaseWaitForEachOtherAndTheWatchForNone() throws Exception {
        Path journal = home.resolve("journal");
        desk.set(NIGHTLY, EVERY_SECOND)
                .set("shelftally.schedule.prune", EVERY_SECOND)
                .set("shelftally.schedule.prune-options", "--keep-days 90")
                .set("shelftally.schedule.watch", EVERY_SECOND)
                .set("shelftally.schedule.watch-options", "--out " + home);
        Path launcher = desk.script(
                "slow",
                "[ \"$1\" = watch ] && { echo watch >> " + journal + "; exit 0; }",
                "echo \"begin $1\" >> " + journal,
                "sleep 1.5",
                "echo \"end $1\" >> " + journal);
        try (ChildProcess schedule = begin(launcher)) {
            await(() -> lines(journal).containsAll(List.of("end nightly", "end prune")), schedule);
            schedule.terminate();
            schedule.exitCode();
        }

        List<String> ofTheDatabase = new ArrayList<>(lines(journal));
        ofTheDatabase.removeIf("watch"::equals);
        assertThat(lines(journal)).contains("watch");
        for (int at = 0; at + 1 < ofTheDatabase.size(); at += 2) {
            assertThat(ofTheDatabase.get(at + 1))
                    .isEqualTo(ofTheDatabase.get(at).replace("begin", "end"));
        }
    }

    @Test
    void nightsThatWereMissedAreOneStartWhichIsTold() throws Exception {
        Path journal = home.resolve("journal");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        desk.set(NIGHTLY, "0 0 * * *");
        keep(today.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant(), "0 0 0 * * *");
        try (ChildProcess schedule = begin(desk.script("note", "echo \"$*\" >> " + journal))) {
            awaitLine(schedule, "nightly of " + today + " ended with 0");
            schedule.terminate();
            assertThat(schedule.exitCode()).isZero();

            assertThat(schedule.err())
                    .contains(" WARN  nightly was due at " + today.minusDays(2) + "T00:00:00Z and has not ended since;"
                            + " it begins now for the night of " + today + ". Left out: " + today.minusDays(2) + ", "
                            + today.minusDays(1) + "; for each");
        }

        assertThat(lines(journal)).hasSize(1).allMatch(line -> line.startsWith("nightly --date " + today + " --out "));
        assertThat(pings.paths()).containsExactly("/check/fail");
        assertThat(pings.messages().get(0).body())
                .contains("the night of " + today + " is missing", "Left out: " + today.minusDays(2));
    }

    @Test
    void aScheduleThatIsKilledAmidANightBeginsItAgain() throws Exception {
        Path journal = home.resolve("journal");
        desk.set(NIGHTLY, EVERY_SECOND);
        Path launcher = desk.script("slow", "echo $$ $3 >> " + journal, "exec sleep 60 2> /dev/null");
        try (ChildProcess schedule = begin(launcher)) {
            await(() -> !lines(journal).isEmpty(), schedule);
            schedule.kill();
        }
        Path quick = desk.script("quick", "echo again $3 >> " + journal);
        try (ChildProcess schedule = begin(quick)) {
            awaitLine(schedule, " ended with 0 after ");
        }

        List<String> lines = lines(journal);
        ProcessHandle.of(Long.parseLong(lines.get(0).split(" ", 2)[0])).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(lines.get(1)).isEqualTo("again " + lines.get(0).split(" ", 2)[1]);
    }

    @Test
    void aNightWhoseProcessDiesIsToldOf() throws Exception {
        desk.set(NIGHTLY, EVERY_SECOND);
        try (ChildProcess schedule = begin(desk.script("dies", "kill -9 $$"))) {
            awaitLine(schedule, " ended with 137 after ");
            await(() -> !pings.messages().isEmpty(), schedule);
        }

        assertThat(pings.paths().get(0)).isEqualTo("/check/137");
        assertThat(pings.messages().get(0).body()).contains("the process of the night died (137)");
    }

    @Test
    void aSecondScheduleOfTheSameDatabaseIsToTryLater() throws Exception {
        desk.set(NIGHTLY, "0 0 1 1 *");
        Path launcher = desk.script("none", "exit 0");
        try (ChildProcess first = begin(launcher)) {
            awaitLine(first, "nightly is due at ");
            try (ChildProcess second = begin(launcher)) {
                assertThat(second.exitCode()).as(second.err()).isEqualTo(75);
                assertThat(second.err())
                        .contains("another process is at it already: it has ")
                        .doesNotContain("\tat ");
            }
        }
    }

    @Test
    void theNextTimesAreShownAndNothingIsBegun() {
        desk.set(NIGHTLY, "30 0 * * *")
                .set("shelftally.schedule.zone", "Asia/Tokyo")
                .set("shelftally.schedule.days-before", "1")
                .set(OPTIONS, "--scans /lists/{date}/scans.csv --out /srv/x");

        InProcess.Ended ended = desk.run("schedule", "--next");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines()).hasSize(6);
        LocalDate first = LocalDate.parse(ended.out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(" +", 3)[1]
                .substring(0, 10));
        assertThat(ended.out())
                .contains("nightly  " + first + "T00:30:00+09:00  nightly --date " + first.minusDays(1)
                        + " --scans /lists/" + first.minusDays(1) + "/scans.csv --out /srv/x\n");
        assertThat(home.resolve("database.schedule")).doesNotExist();
    }

    @Test
    void whatANightWouldStumbleOverIsSaidAtOnce() {
        assertThat(desk.run("schedule").err()).contains("shelftally.schedule.nightly is not set");
        desk.set(NIGHTLY, "30 0 * * *");
        assertThat(desk.set(OPTIONS, "--scans x").run("schedule"))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(78))
                .satisfies(ended -> assertThat(ended.err())
                        .contains("shelftally.schedule.nightly-options is not what nightly takes: ", "--out"));
        assertThat(desk.set(OPTIONS, "--out x --date 2026-11-02")
                        .run("schedule")
                        .err())
                .contains("shelftally.schedule.nightly-options holds --date");
        assertThat(desk.set(OPTIONS, "--out x").run("schedule"))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(64))
                .satisfies(ended -> assertThat(ended.err()).contains("use jobs/shelftally schedule"));
        assertThat(desk.set(NIGHTLY, "at night").run("schedule").code()).isEqualTo(78);
    }

    /** As a schedule before has left it. */
    private void keep(Instant due, String times) throws IOException {
        Files.writeString(
                home.resolve("database.schedule"), "nightly.due=" + due + "\nnightly.times=" + times + " UTC\n");
    }

    private ChildProcess begin(Path launcher) {
        return desk.java("-Dshelftally.launcher=" + launcher).runElsewhere("schedule");
    }

    private static WorldText world(String status) {
        return new WorldText()
                .scan(1, "'progression': [" + status + "], 'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}");
    }

    private static void awaitLine(ChildProcess schedule, String part) throws InterruptedException {
        assertThat(schedule.awaitLine(line -> line.contains(part)))
                .as(schedule.err())
                .isTrue();
    }

    private static void await(BooleanSupplier wanted, ChildProcess schedule) throws InterruptedException {
        while (!wanted.getAsBoolean()) {
            assertThat(schedule.isAlive()).as(schedule.err()).isTrue();
            Thread.sleep(20);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
