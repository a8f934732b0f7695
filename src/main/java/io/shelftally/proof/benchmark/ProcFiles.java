package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux tells about a process (proc(5)); nothing elsewhere, and nothing of a process that has ended. */
final class ProcFiles {

    /** USER_HZ, which Linux fixes for its programs. */
    private static final int TICKS_PER_SECOND = 100;

    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+([0-9]+) kB$");

    private ProcFiles() {}

    /** User and system time so far. */
    static Optional<Duration> cpu(long pid) {
        return read(Long.toString(pid), "stat").flatMap(ProcFiles::cpu);
    }

    /** Of a process, of those that it started and has waited for, and of those that it started and that are still there. */
    static Optional<Duration> cpuOfAll(long pid) {
        Optional<Duration> living = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .flatMap(one -> cpu(one.pid()).stream())
                .reduce(Duration::plus)
                .or(() -> Optional.of(Duration.ZERO));
        return read(Long.toString(pid), "stat")
                .flatMap(stat -> cpu(stat).flatMap(own -> cpuOfEnded(stat).map(own::plus)))
                .flatMap(own -> living.map(own::plus));
    }

    /** The most memory that was resident at any time, in bytes. */
    static Optional<Long> peakResident(long pid) {
        return read(Long.toString(pid), "status").flatMap(ProcFiles::peakResident);
    }

    /** The time that all cores together were busy since the machine started, and of what a host took away. */
    static Optional<Duration> busy() {
        return read("stat").map(ProcFiles::busy);
    }

    /** From the first line: user, nice, system, idle, waiting for a disk, interrupts, soft interrupts, stolen. */
    static Duration busy(String stat) {
        String[] ticks = stat.lines().findFirst().orElseThrow().split(" +", -1);
        long sum = 0;
        for (int field = 1; field <= 8; field++) {
            sum += field == 4 || field == 5 ? 0 : Long.parseLong(ticks[field]);
        }
        return ticks(sum);
    }

    /** From the fields of stat, of which the second is a name that may hold anything. */
    static Optional<Duration> cpu(String stat) {
        return sum(stat, 11);
    }

    /** The same of the children that have ended. */
    static Optional<Duration> cpuOfEnded(String stat) {
        return sum(stat, 13);
    }

    private static Optional<Duration> sum(String stat, int first) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length < first + 2
                ? Optional.empty()
                : Optional.of(ticks(Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])));
    }

    static Optional<Long> peakResident(String status) {
        Matcher peak = PEAK.matcher(status);
        return peak.find() ? Optional.of(Long.parseLong(peak.group(1)) * 1024) : Optional.empty();
    }

    private static Duration ticks(long ticks) {
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    private static Optional<String> read(String... file) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", file)));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
