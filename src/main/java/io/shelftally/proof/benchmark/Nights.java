package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/** Arranges nights so that a slow time of the machine hits all of those that are compared. */
record Nights(NightRun run, Path folder, Consumer<String> progress) {

    /** Scans of the night by which a build is warmed up: it leaves an archive of its classes. */
    private static final int FIRST = 100;

    /** A small one by each build, not measured. */
    void first(Plan plan) throws IOException, InterruptedException {
        if (plan.night().scans() > FIRST) {
            for (Build build : plan.builds()) {
                night(build, plan.night().withScans(FIRST), "a first night");
            }
        }
    }

    /** By each build in turn; who begins changes, too. */
    Trial trial(Plan plan, Load load) throws IOException, InterruptedException {
        Map<Build, List<Night>> runs = new LinkedHashMap<>();
        plan.builds().forEach(build -> runs.put(build, new ArrayList<>()));
        List<Build> turn = new ArrayList<>(plan.builds());
        for (int round = 1; round <= plan.repeat(); round++) {
            for (Build build : turn) {
                runs.getOrDefault(build, new ArrayList<>())
                        .add(night(build, load, plan.repeat() > 1 ? "night " + round : "a night"));
            }
            Collections.reverse(turn);
        }
        List<List<Night>> nights = List.copyOf(runs.values());
        return Trial.of(load, nights.get(0), plan.isBeside() ? nights.get(1) : List.of());
    }

    /** In rounds over all windows; of each the one that collected quickest. */
    List<Night> windows(Plan plan) throws IOException, InterruptedException {
        List<Load> loads =
                plan.sweeps().windows().stream().map(plan.night()::withInFlight).toList();
        return rounds(plan, loads, Map.of()).values().stream()
                .map(Night::quickestToCollect)
                .toList();
    }

    /** In rounds over all sizes; of each step the quickest. */
    List<Night> scaling(Plan plan, Night measured) throws IOException, InterruptedException {
        List<Load> loads =
                plan.sweeps().sizes().stream().map(plan.night()::withScans).toList();
        return rounds(plan, loads, Map.of(plan.night(), measured)).values().stream()
                .map(Night::quickest)
                .toList();
    }

    /**
     * In rounds over all numbers of workers; of each the one that collected quickest.
     *
     * @param alone by one process
     */
    Optional<TeamWork> teams(Plan plan, Night alone) throws IOException, InterruptedException {
        List<Integer> numbers = plan.sweeps().workers();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        int most = numbers.get(numbers.size() - 1);
        progress.accept(most + " workers that wait");
        Idle idle = run.idle(plan.here(), plan.night(), fresh("idle"), most);
        Map<Integer, Team> quickest = new LinkedHashMap<>();
        List<Night> byOne = new ArrayList<>(List.of(alone));
        for (int round = 1; round <= plan.sweeps().rounds(); round++) {
            if (round > 1) {
                byOne.add(night(plan.here(), plan.night(), "a night"));
            }
            for (int number : numbers) {
                progress.accept("a night of " + plan.night().scans() + " scans by " + number + " workers");
                quickest.merge(
                        number,
                        run.run(plan.here(), plan.night(), fresh("team-" + number), number),
                        BinaryOperator.minBy(
                                Comparator.comparing(team -> team.night().collect())));
            }
        }
        return Optional.of(new TeamWork(Night.quickestToCollect(byOne), List.copyOf(quickest.values()), idle));
    }

    private Path fresh(String name) throws IOException {
        Path place = folder.resolve(name);
        FileSystemUtils.deleteRecursively(place);
        return place;
    }

    /** @param measured nights that count as those of the first round */
    private Map<Load, List<Night>> rounds(Plan plan, List<Load> loads, Map<Load, Night> measured)
            throws IOException, InterruptedException {
        Map<Load, List<Night>> runs = new LinkedHashMap<>();
        for (int round = 0; round < plan.sweeps().rounds(); round++) {
            for (Load load : loads) {
                Night known = round == 0 ? measured.get(load) : null;
                runs.computeIfAbsent(load, any -> new ArrayList<>())
                        .add(known != null ? known : night(plan.here(), load, "a night"));
            }
        }
        return runs;
    }

    /** The folder of the last night that the build ran of so many scans. */
    Path place(Build build, Load load) {
        return folder.resolve(build.folder("night-" + load.scans()));
    }

    private Night night(Build build, Load load, String which) throws IOException, InterruptedException {
        progress.accept(which + " of " + load.scans() + " scans, "
                + load.vendor().tail() + ", " + load.inFlight() + " in flight, by " + build.name());
        Path place = place(build, load);
        FileSystemUtils.deleteRecursively(place);
        return run.run(build, load, place);
    }
}
