package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetsTests {

    /** 2,000,000 rows in 20 s, 20,000 calls in 25 s of a limit of 800 a second. */
    private static final MadeNight NIGHT =
            MadeNight.DEFAULT.step("collect", 25).step("reconcile", 20).calls(Map.of("pensa report ok", 20_000L));

    @Test
    void eachLoadHasItsOwnLimit() {
        Load byScan = NIGHT.load();
        Load byCall = byScan.withVendor(new Vendor(byScan.vendor().latencies(), Vendor.TailBy.CALL, 0));

        List<Target> targets =
                Targets.of(List.of(trial(NIGHT.load(byCall)), trial(NIGHT.step("collect", 30))), Further.NONE);

        assertThat(targets)
                .extracting(Target::name, Target::isMet, Target::figure)
                .contains(
                        tuple(
                                "collect, slow calls by chance: at least 90 % of the limit by Little's law",
                                true, "100.0 %"),
                        tuple("collect, slow scans: at least 90 % of the limit by Little's law", false, "83.3 %"));
    }

    @Test
    void rowsAreMeasuredByTheDatabase() {
        Load h2 = NIGHT.load();
        Load postgresql = new Load(
                h2.scans(), h2.products(), 0, h2.inFlight(), h2.vendor(), h2.heap(), Databases.Kind.POSTGRESQL);

        assertThat(rows(NIGHT))
                .isEqualTo(new Target("reconcile + publish: at least 100,000 rows/s", true, "100,000 rows/s"));
        assertThat(rows(NIGHT.load(postgresql)))
                .isEqualTo(new Target("reconcile + publish: at least 150,000 rows/s", false, "100,000 rows/s"));
    }

    @Test
    void duckdbMustHaveTheSameRows() {
        assertThat(duckdb(40, 0)).isEqualTo(new Target(DUCKDB, true, "2.00 times, 0 rows that differ"));
        assertThat(duckdb(39, 0).isMet()).isFalse();
        assertThat(duckdb(60, 1)).isEqualTo(new Target(DUCKDB, false, "3.00 times, 1 rows that differ"));
    }

    @Test
    void workersAreMeasuredByOneOfThemAndThatOneByOneProcess() {
        TeamWork work = new TeamWork(
                night(100),
                List.of(team(1, 109), team(2, 56), team(4, 31)),
                new Idle(4, Duration.ofSeconds(30), Optional.of(Duration.ofMillis(960)), Optional.empty()));
        Further further = new Further(List.of(), Optional.empty(), List.of(), List.of(), Optional.of(work));

        List<Target> targets = Targets.of(List.of(trial(NIGHT)), further);

        assertThat(targets)
                .contains(
                        new Target("workers: 2 collect at least 1.9 times as fast as one", true, "1.95 times"),
                        new Target("workers: 4 collect at least 3.6 times as fast as one", false, "3.52 times"),
                        new Target(
                                "workers: one takes at most 10 % longer to collect than one process", true, "+9.0 %"),
                        new Target("workers: one that waits takes under 1 % of a core", true, "0.80 %"));
        Page page = new Page();
        new TeamText(page).teams(work);
        assertThat(page.toString()).contains("times one", "one process", "3.52", "0.80 % of a core (4 of them, 30 s;");
    }

    private static Night night(int collectSeconds) {
        return MadeNight.DEFAULT.step("collect", collectSeconds).night();
    }

    private static Team team(int workers, int collectSeconds) {
        return new Team(workers, night(collectSeconds), Optional.of(Duration.ofSeconds(9)));
    }

    private static final String DUCKDB = "reconcile + publish: at least 2 times DuckDB doing the same";

    private static Target duckdb(int seconds, long differing) {
        DuckRun run = new DuckRun(
                "v1", Duration.ofSeconds(seconds), 2_000_000, differing, Optional.empty(), Optional.empty());
        Further further = new Further(List.of(), Optional.of(run), List.of(), List.of(), Optional.empty());
        return named(Targets.of(List.of(trial(NIGHT)), further), DUCKDB);
    }

    private static Target rows(MadeNight night) {
        return named(Targets.of(List.of(trial(night)), Further.NONE), "reconcile + publish");
    }

    private static Target named(List<Target> targets, String name) {
        return targets.stream()
                .filter(target -> target.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static Trial trial(MadeNight night) {
        return Trial.of(night.load(), List.of(night.night()), List.of());
    }
}
