package io.shelftally.proof.sandbox;

import io.shelftally.proof.sandbox.endpoints.Credentials;
import io.shelftally.proof.sandbox.endpoints.Latency;
import io.shelftally.proof.sandbox.endpoints.Limits;
import io.shelftally.proof.sandbox.endpoints.ServerOptions;
import io.shelftally.proof.sandbox.world.Habits;
import java.nio.file.Path;
import java.util.Optional;

/** A world and how it is served. */
public record SandboxOptions(WorldSource world, ServerOptions server) {

    /** The world on a free port, with the vendors' documented limits and the made-up credentials. */
    public static SandboxOptions of(WorldSource world) {
        return new SandboxOptions(world, ServerOptions.DEFAULT);
    }

    public SandboxOptions withPort(int port) {
        return with(new ServerOptions(
                port, server.credentials(), server.limits(), server.latency(), server.habits(), server.journalFile()));
    }

    public SandboxOptions withCredentials(Credentials credentials) {
        return with(new ServerOptions(
                server.port(), credentials, server.limits(), server.latency(), server.habits(), server.journalFile()));
    }

    public SandboxOptions withLimits(Limits limits) {
        return with(new ServerOptions(
                server.port(), server.credentials(), limits, server.latency(), server.habits(), server.journalFile()));
    }

    public SandboxOptions withLatency(Latency latency) {
        return with(new ServerOptions(
                server.port(), server.credentials(), server.limits(), latency, server.habits(), server.journalFile()));
    }

    public SandboxOptions withHabits(Habits habits) {
        return with(new ServerOptions(
                server.port(), server.credentials(), server.limits(), server.latency(), habits, server.journalFile()));
    }

    public SandboxOptions withJournalFile(Path file) {
        return with(new ServerOptions(
                server.port(),
                server.credentials(),
                server.limits(),
                server.latency(),
                server.habits(),
                Optional.of(file)));
    }

    private SandboxOptions with(ServerOptions changed) {
        return new SandboxOptions(world, changed);
    }
}
