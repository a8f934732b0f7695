package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges the figures by what the project promises. */
final class Targets {

    private static final double SHARE_OF_LIMIT = 0.9;
    private static final double TIMES_PLAIN = 10;
    private static final double TIMES_DUCKDB = 2;
    private static final Map<Integer, Double> TIMES_ONE_WORKER = Map.of(2, 1.9, 4, 3.6);
    private static final double MOST_OF_ONE_WORKER = 1.1;
    private static final double MOST_OF_A_CORE = 0.01;
    private static final Duration FIRST_CALL = Duration.ofSeconds(4);

    private Targets() {}

    static List<Target> of(List<Trial> trials, Further further) {
        Night night = trials.get(0).night();
        List<Target> targets = new ArrayList<>();
        trials.forEach(trial -> targets.add(limit(trial)));
        fastest(further.plain()).ifPresent(rival -> {
            double times = night.itemsPerSecond() / rival.itemsPerSecond();
            targets.add(new Target(
                    "collect: at least 10 times the plain concurrent chunk step",
                    times >= TIMES_PLAIN,
                    text("%.1f times", times)));
        });
        targets.add(rows(night));
        further.duckdb().ifPresent(rival -> targets.add(duckdb(night, rival)));
        targets.add(new Target(
                "heap: 512 MiB suffice",
                true,
                "ended well with -Xmx" + night.load().heap()
                        + night.peakHeap()
                                .map(heap -> ", at most " + heap + " MiB left by a collection")
                                .orElse("")));
        if (further.scaling().size() > 1) {
            targets.add(scaling(Scaling.of(further.scaling())));
        }
        further.teams().ifPresent(work -> targets.addAll(teams(work)));
        targets.add(new Target(
                "start to first call: under 4 s",
                night.firstCall().compareTo(FIRST_CALL) < 0,
                text("%.2f s", LittlesLaw.seconds(night.firstCall()))));
        return targets;
    }

    private static List<Target> teams(TeamWork work) {
        List<Target> targets = new ArrayList<>();
        for (Team team : work.teams()) {
            Double least = TIMES_ONE_WORKER.get(team.workers());
            if (least != null) {
                targets.add(new Target(
                        text("workers: %d collect at least %.1f times as fast as one", team.workers(), least),
                        work.timesOne(team) >= least,
                        text("%.2f times", work.timesOne(team))));
            }
        }
        targets.add(new Target(
                "workers: one takes at most 10 % longer to collect than one process",
                work.oneByAlone() <= MOST_OF_ONE_WORKER, text("%+.1f %%", 100 * (work.oneByAlone() - 1))));
        work.idle()
                .share()
                .ifPresent(share -> targets.add(new Target(
                        "workers: one that waits takes under 1 % of a core",
                        share < MOST_OF_A_CORE, text("%.2f %%", 100 * share))));
        return targets;
    }

    private static Target limit(Trial trial) {
        double share = trial.night().shareOfLimit();
        return new Target(
                "collect, " + trial.load().vendor().tail() + ": at least 90 % of the limit by Little's law",
                share >= SHARE_OF_LIMIT,
                text("%.1f %%", 100 * share));
    }

    private static Target rows(Night night) {
        double most = night.load().database() == Databases.Kind.H2 ? 100_000 : 150_000;
        return new Target(
                text("reconcile + publish: at least %,.0f rows/s", most),
                night.rowsPerSecond() >= most,
                text("%,.0f rows/s", night.rowsPerSecond()));
    }

    private static Target duckdb(Night night, DuckRun rival) {
        double times = night.rowsPerSecond() / rival.rowsPerSecond();
        return new Target(
                "reconcile + publish: at least 2 times DuckDB doing the same",
                times >= TIMES_DUCKDB && rival.differing() == 0,
                text("%.2f times, %,d rows that differ", times, rival.differing()));
    }

    /** The faster of the concurrent ones. */
    private static Optional<PlainRun> fastest(List<PlainRun> plain) {
        return plain.stream()
                .filter(run -> run.kind().isConcurrent())
                .max(Comparator.comparingDouble(PlainRun::itemsPerSecond));
    }

    private static Target scaling(List<Scaling> steps) {
        Scaling worst = steps.stream()
                .filter(Scaling::isLongEnough)
                .max(Comparator.comparingDouble(Scaling::perDoubling))
                .orElse(steps.get(0));
        return new Target(
                "scaling: twice the scans, at most twice the time of each step",
                steps.stream().allMatch(Scaling::isMet),
                text(
                        "at most %.2f times (%s, %,d to %,d scans)",
                        worst.perDoubling(), worst.step(), worst.fewer(), worst.more()));
    }

    private static String text(String form, Object... figures) {
        return String.format(Locale.ROOT, form, figures);
    }
}
