package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Watches a process until it ends; what it used in its last tenth of a second may be missing. */
final class ProcessMeter {

    private static final Duration EVERY = Duration.ofMillis(100);

    /** To look at all processes of a server costs more. */
    private static final int LOOKS_BETWEEN = 3;

    private final Process process;
    private final CpuTrace own = new CpuTrace();
    private final CpuTrace server = new CpuTrace();
    private Optional<Duration> cpu = Optional.empty();
    private Optional<Long> peakResident = Optional.empty();

    private ProcessMeter(Process process) {
        this.process = process;
    }

    /**
     * Returns when the process has ended.
     *
     * @param server tells what the database's server has used, if it can
     */
    static ProcessMeter watch(Process process, Supplier<Optional<Duration>> server) throws InterruptedException {
        ProcessMeter meter = new ProcessMeter(process);
        int looks = 0;
        do {
            meter.sample();
            if (looks++ % LOOKS_BETWEEN == 0) {
                meter.server.saw(Instant.now(), server.get());
            }
        } while (!process.waitFor(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        meter.server.saw(Instant.now(), server.get());
        return meter;
    }

    /** What a step used. */
    StepCpu of(NightDatabase.Span step) {
        return new StepCpu(own.between(step.from(), step.to()), server.between(step.from(), step.to()));
    }

    /** Empty where the system does not tell. */
    Optional<Duration> cpu() {
        return cpu;
    }

    /** In bytes; empty where the system does not tell. */
    Optional<Long> peakResident() {
        return peakResident;
    }

    private void sample() {
        cpu = ProcFiles.cpu(process.pid()).or(() -> cpu);
        own.saw(Instant.now(), cpu);
        peakResident = ProcFiles.peakResident(process.pid()).or(() -> peakResident);
    }
}
