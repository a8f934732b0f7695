package io.shelftally.proof.torture;

import io.shelftally.proof.network.Tunnel;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes of one night: a manager, and workers. All of them end when this is closed. */
final class Participants implements AutoCloseable {

    /** Two hosts' clocks are this far from the right time, to either side. */
    private static final String CLOCK_APART = "15s";

    private final List<Participant> all = new ArrayList<>();
    private final List<Participant> workers = new ArrayList<>();
    private final Bench bench;
    private final int databasePort;
    private final URI vendors;
    private final String archive;

    /** @param bench facing the vendors, with the database's own URL */
    Participants(Bench bench, int databasePort, URI vendors, String archive) {
        this.bench = bench;
        this.databasePort = databasePort;
        this.vendors = vendors;
        this.archive = archive;
    }

    Participant startManager() {
        return start(Participant.MANAGER, List.of());
    }

    Participant startWorker() {
        Participant worker = start("worker-" + (workers.size() + 1), List.of("work"));
        workers.add(worker);
        return worker;
    }

    /** By the order in which they were started. */
    List<Participant> workers() {
        return List.copyOf(workers);
    }

    /** Managers too, by the order in which they were started. */
    List<Participant> all() {
        return List.copyOf(all);
    }

    /** Whose call it was that the vendors saw as coming from this port at that time: who has had the port last. */
    Optional<Participant> at(int port, Instant time) {
        Map<Participant, Instant> beginnings = new HashMap<>();
        all.forEach(participant -> participant
                .vendors()
                .lastBeginning(port, time)
                .ifPresent(beginning -> beginnings.put(participant, beginning)));
        return beginnings.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    @Override
    public void close() {
        all.forEach(Participant::close);
    }

    /** @param command of a worker; empty for the night */
    private Participant start(String name, List<String> command) {
        Tunnel database = Tunnel.to(databasePort);
        Tunnel toVendors = Tunnel.to(vendors.getPort());
        String base = "http://127.0.0.1:" + toVendors.port();
        Bench own = bench.forOneProcess()
                .on(bench.url().replace(":" + databasePort + "/", ":" + database.port() + "/"))
                .set("shelftally.closient.base-url", base)
                .set("shelftally.pensa.base-url", base);
        String clock = "-Dshelftally.host-clock=" + (all.size() % 2 == 0 ? "" : "-") + CLOCK_APART;
        JobProcess job = command.isEmpty() ? own.start(clock, archive) : own.start(command, clock, archive);
        Participant participant = new Participant(name, job, database, toVendors);
        all.add(participant);
        return participant;
    }
}
