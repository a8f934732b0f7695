package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One measured night of the real job.
 *
 * @param wall from the start of the launcher to the end of the process
 * @param firstCall from the start of the launcher to the arrival of the first call
 * @param steps the time of each step
 * @param stepCpu the CPU of each step
 * @param calls by vendor, kind and result, as the job counted them
 * @param serverCpu of the database's server; nothing if it has none
 * @param otherCpu of everything else on the machine, meanwhile
 * @param rows published in reconciled_items
 * @param peakHeap megabytes in use after a collection, at most
 * @param peakResident bytes
 */
record Night(
        Load load,
        Duration wall,
        Duration firstCall,
        Map<String, Duration> steps,
        Map<String, StepCpu> stepCpu,
        Map<String, Long> calls,
        VendorFigures vendor,
        long rows,
        Optional<Duration> jobCpu,
        Optional<Duration> serverCpu,
        Optional<Duration> sandboxCpu,
        Optional<Duration> otherCpu,
        Optional<Long> peakHeap,
        Optional<Long> peakResident,
        long databaseBytes,
        long publishedBytes) {

    /** The first of some runs of the same night, with the shortest time of each step: what is longer came from elsewhere. */
    static Night quickest(List<Night> runs) {
        Map<String, Duration> steps = new LinkedHashMap<>();
        runs.forEach(run -> run.steps()
                .forEach((step, time) ->
                        steps.merge(step, time, (one, other) -> one.compareTo(other) < 0 ? one : other)));
        return runs.get(0).withSteps(steps);
    }

    static Night quickestToCollect(List<Night> runs) {
        return runs.stream().min(Comparator.comparing(Night::collect)).orElseThrow();
    }

    /** The middle one by the whole time: of an even number, the quicker of the two. */
    static Night middle(List<Night> runs) {
        return runs.stream()
                .sorted(Comparator.comparing(Night::wall))
                .skip((runs.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    int scans() {
        return load.scans();
    }

    long allCalls() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    double collectSeconds() {
        return LittlesLaw.seconds(collect());
    }

    Duration collect() {
        return steps.getOrDefault("collect", Duration.ZERO);
    }

    double itemsPerSecond() {
        return scans() / collectSeconds();
    }

    double callsPerSecond() {
        return allCalls() / collectSeconds();
    }

    /** By Little's law, with the latencies that were really drawn; infinite if nothing bounds it. */
    double mostCallsPerSecond() {
        return mostCallsPerSecond(vendor.work());
    }

    /** Each vendor has its own calls in flight, and the one that is asked more decides how long it takes. */
    double mostCallsPerSecond(Duration latency) {
        Map<String, Long> byVendor = calls.entrySet().stream()
                .collect(Collectors.groupingBy(
                        call -> call.getKey().split(" ", 2)[0], Collectors.summingLong(Map.Entry::getValue)));
        long most = byVendor.values().stream().mapToLong(Long::longValue).max().orElse(0);
        double atOnce = load.atOnce().isPresent() ? load.atOnce().getAsInt() : Double.POSITIVE_INFINITY;
        return LittlesLaw.callsPerSecond(atOnce, latency) * allCalls() / Math.max(1, most);
    }

    double shareOfLimit() {
        return callsPerSecond() / mostCallsPerSecond();
    }

    double rowsPerSecond() {
        return rows / LittlesLaw.seconds(deriving());
    }

    /** The time from the first to the last step that derives rows. */
    Duration deriving() {
        return Stream.of("reconcile", "checkCoverage", "publish")
                .map(step -> steps.getOrDefault(step, Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether other work had a tenth of the machine or more, so that the figures say little. */
    boolean isDisturbed() {
        double machine = LittlesLaw.seconds(wall) * Runtime.getRuntime().availableProcessors();
        return otherCpu.filter(other -> LittlesLaw.seconds(other) >= machine / 10)
                .isPresent();
    }

    private Night withSteps(Map<String, Duration> times) {
        return new Night(
                load,
                wall,
                firstCall,
                times,
                stepCpu,
                calls,
                vendor,
                rows,
                jobCpu,
                serverCpu,
                sandboxCpu,
                otherCpu,
                peakHeap,
                peakResident,
                databaseBytes,
                publishedBytes);
    }
}
