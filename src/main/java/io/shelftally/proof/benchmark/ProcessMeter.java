package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Watches a process until it ends; what it used in its last tenth of a second may be missing. */
final class ProcessMeter {

    private static final Duration EVERY = Duration.ofMillis(100);

    private final Process process;
    private Optional<Duration> cpu = Optional.empty();
    private Optional<Long> peakResident = Optional.empty();

    private ProcessMeter(Process process) {
        this.process = process;
    }

    /** Returns when the process has ended. */
    static ProcessMeter watch(Process process) throws InterruptedException {
        ProcessMeter meter = new ProcessMeter(process);
        do {
            meter.sample();
        } while (!process.waitFor(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        return meter;
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
        peakResident = ProcFiles.peakResident(process.pid()).or(() -> peakResident);
    }
}
