package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Habits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the vendors are served.
 *
 * @param port on the loopback address; 0 for any free one
 * @param habits the vendors' ways, over those of the world
 * @param journalFile where each call is written down; empty to keep them in memory
 */
public record ServerOptions(
        int port, Credentials credentials, Limits limits, Latency latency, Habits habits, Optional<Path> journalFile) {

    /** A free port, the documented limits, no latency, the journal in memory. */
    public static final ServerOptions DEFAULT =
            new ServerOptions(0, Credentials.MADE_UP, Limits.DOCUMENTED, Latency.NONE, Habits.UNSAID, Optional.empty());

    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }
}
