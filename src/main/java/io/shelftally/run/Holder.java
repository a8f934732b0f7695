package io.shelftally.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The process that holds the lease.
 *
 * @param processStarted to whole seconds; tells a process from a later one of the same number
 */
record Holder(String host, long pid, Instant processStarted) {

    static Holder current() {
        ProcessHandle me = ProcessHandle.current();
        return new Holder(hostName(), me.pid(), started(me));
    }

    /** Whether the process lives; empty if it runs on another host. */
    Optional<Boolean> isAliveHere() {
        if (!host.equals(hostName())) {
            return Optional.empty();
        }
        return Optional.of(ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process).equals(processStarted))
                .isPresent());
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
