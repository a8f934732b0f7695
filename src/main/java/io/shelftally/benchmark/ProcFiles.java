package io.shelftally.benchmark;

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
        return read(pid, "stat").flatMap(ProcFiles::cpu);
    }

    /** The most memory that was resident at any time, in bytes. */
    static Optional<Long> peakResident(long pid) {
        return read(pid, "status").flatMap(ProcFiles::peakResident);
    }

    /** From the fields of stat, of which the second is a name that may hold anything. */
    static Optional<Duration> cpu(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        if (fields.length < 13) {
            return Optional.empty();
        }
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return Optional.of(Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND));
    }

    static Optional<Long> peakResident(String status) {
        Matcher peak = PEAK.matcher(status);
        return peak.find() ? Optional.of(Long.parseLong(peak.group(1)) * 1024) : Optional.empty();
    }

    private static Optional<String> read(long pid, String file) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", Long.toString(pid), file)));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
