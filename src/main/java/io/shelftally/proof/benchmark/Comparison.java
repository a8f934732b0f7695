package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A figure of nights by this build and by another one, as medians.
 *
 * @param hereByOther this build's by the other's; not finite if the other's is 0
 */
record Comparison(String name, Unit unit, double here, double other, double hereByOther) {

    /** What a figure counts. */
    enum Unit {
        SECONDS,
        CPU_SECONDS,
        MILLISECONDS,
        CALLS,
        ROWS_A_SECOND,
        MEGABYTES
    }

    /** A figure of a night, if the night has it. */
    private record Measure(String name, Unit unit, Function<Night, Optional<Double>> figure) {

        static Measure time(String name, Unit unit, Function<Night, Optional<Duration>> time) {
            return new Measure(name, unit, night -> time.apply(night).map(LittlesLaw::seconds));
        }

        Optional<Comparison> of(List<Night> here, List<Night> other) {
            Optional<Double> mine = median(values(here));
            Optional<Double> others = median(values(other));
            return mine.flatMap(a -> others.map(b -> new Comparison(name, unit, a, b, a / b)));
        }

        private List<Double> values(List<Night> nights) {
            return nights.stream()
                    .flatMap(night -> figure.apply(night).stream())
                    .toList();
        }
    }

    private static final List<Measure> WHOLE = List.of(
            Measure.time("reconcile to publish", Unit.SECONDS, night -> Optional.of(night.deriving())),
            Measure.time("all, with the start", Unit.SECONDS, night -> Optional.of(night.wall())),
            Measure.time("start to first call", Unit.SECONDS, night -> Optional.of(night.firstCall())),
            Measure.time("CPU of the job", Unit.CPU_SECONDS, Night::jobCpu),
            new Measure("rows", Unit.ROWS_A_SECOND, night -> Optional.of(night.rowsPerSecond())),
            new Measure(
                    "calls at the vendors",
                    Unit.CALLS,
                    night -> Optional.of((double) night.vendor().allCalls())),
            new Measure(
                    "latency at the vendors",
                    Unit.MILLISECONDS,
                    night ->
                            Optional.of(1000 * LittlesLaw.seconds(night.vendor().mean()))),
            new Measure("peak heap", Unit.MEGABYTES, night -> night.peakHeap().map(Long::doubleValue)));

    /** Each step, and what counts of the whole night; without what one of the builds does not have. */
    static List<Comparison> of(List<Night> here, List<Night> other) {
        Set<String> steps = new LinkedHashSet<>();
        here.forEach(night -> steps.addAll(night.steps().keySet()));
        List<Measure> measures = new ArrayList<>();
        steps.forEach(step -> measures.add(Measure.time(
                step, Unit.SECONDS, night -> Optional.ofNullable(night.steps().get(step)))));
        measures.addAll(WHOLE);
        return measures.stream()
                .flatMap(measure -> measure.of(here, other).stream())
                .toList();
    }

    /** Of an even number, the mean of the two in the middle; empty if there is none. */
    static Optional<Double> median(List<Double> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return Optional.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
