package io.shelftally.calls.answers;

import java.time.Duration;
import java.time.Instant;

/** What came of one call. */
public sealed interface Answer permits Reply, NoReply {

    /** When the answer was complete, or given up. */
    Instant at();

    /** How long the call took, from its sending to then. */
    Duration took();

    /** Who was asked, with the port, such as {@code www.closient.com:443}; empty where nobody was. */
    String host();
}
