package io.shelftally.night.run;

import io.shelftally.base.host.HostName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * The process that holds the lease.
 *
 * @param host its name, and after a slash a mark of the machine's start and of the container, within which alone process
 *     numbers can be compared
 * @param processStarted to whole seconds; tells a process from a later one of the same number
 */
record Holder(String host, long pid, Instant processStarted) {

    private static final String HERE = HostName.found() + "/" + machineMark();

    static Holder current() {
        ProcessHandle me = ProcessHandle.current();
        return new Holder(HERE, me.pid(), started(me));
    }

    @Override
    public String toString() {
        return "process " + pid + " on " + hostName();
    }

    /** Tells the process from all others, of other hosts too; at most 19 characters. */
    String mark() {
        UUID mark = UUID.nameUUIDFromBytes((host + " " + processStarted).getBytes(StandardCharsets.UTF_8));
        return pid + " " + mark.toString().substring(0, 8);
    }

    /** The host's name as people know it. */
    String hostName() {
        return host.replaceFirst("/.*", "");
    }

    /** Whether the process lives; empty if it runs on another host, or in another container. */
    Optional<Boolean> isAliveHere() {
        if (!host.equals(HERE)) {
            return Optional.empty();
        }
        return Optional.of(ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process).equals(processStarted))
                .filter(process -> !hasEnded())
                .isPresent());
    }

    /** A killed process keeps its number until its parent asks for its end, which some parents never do; Linux tells. */
    private boolean hasEnded() {
        String stat = read("/proc/" + pid + "/stat", Files::readString);
        return stat.substring(stat.lastIndexOf(')') + 1).startsWith(" Z");
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Linux tells both; elsewhere the name alone must do. */
    private static String machineMark() {
        String told = read("/proc/sys/kernel/random/boot_id", Files::readString)
                + read("/proc/self/ns/pid", path -> Files.readSymbolicLink(path).toString());
        return told.isEmpty()
                ? "-"
                : UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 13);
    }

    private static String read(String path, Reading reading) {
        try {
            return reading.of(Path.of(path));
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    private interface Reading {
        String of(Path path) throws IOException;
    }
}
