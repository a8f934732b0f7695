package io.shelftally.job.connections;

import io.shelftally.night.run.SessionName;
import java.time.Duration;
import java.util.Map;

/** How sessions of PostgreSQL are set up, as far as the URL does not say otherwise. */
final class PostgresqlSessions {

    /** A plan that was made when a night's tables were empty reads all of the night for each of its rows. */
    private static final String PLANS = "-c plan_cache_mode=force_custom_plan";

    /** What a worker holds that was paused, or lost its way to the server, is free again before others take its work. */
    private static final String NOTHING_HELD_IN_VAIN = " -c idle_in_transaction_session_timeout=5s";

    /** Until the server's next word: a statement over a whole large night takes minutes, one of a worker seconds. */
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    private static final Duration LONGEST_SILENCE_OF_A_WORKER = Duration.ofMinutes(1);

    private PostgresqlSessions() {}

    /**
     * Rows go in many at a time; the server, and a takeover, can tell whose sessions they are; and a server that is gone is
     * noticed soon.
     */
    static Map<String, String> of(SessionName name) {
        Duration silence = name.isOfAWorker() ? LONGEST_SILENCE_OF_A_WORKER : LONGEST_SILENCE;
        return Map.of(
                "reWriteBatchedInserts",
                "true",
                "ApplicationName",
                name.text(),
                "tcpKeepAlive",
                "true",
                "socketFactory",
                WatchedSockets.class.getName(),
                "socketTimeout",
                String.valueOf(silence.toSeconds()),
                "options",
                name.isOfAWorker() ? PLANS + NOTHING_HELD_IN_VAIN : PLANS);
    }
}
