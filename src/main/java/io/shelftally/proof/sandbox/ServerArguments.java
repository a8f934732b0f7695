package io.shelftally.proof.sandbox;

import io.shelftally.proof.sandbox.endpoints.Credentials;
import io.shelftally.proof.sandbox.endpoints.Latency;
import io.shelftally.proof.sandbox.endpoints.Latency.TailBy;
import io.shelftally.proof.sandbox.endpoints.Limits;
import io.shelftally.proof.sandbox.endpoints.ServerOptions;
import io.shelftally.proof.sandbox.world.Habits;
import io.shelftally.proof.sandbox.world.Habits.ErrorShape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how the world is served. */
final class ServerArguments {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The loopback port; 0: any free one (${DEFAULT-VALUE}).")
    int port;

    @Option(
            names = "--port-file",
            paramLabel = "FILE",
            description = "Gets the port, as soon as the sandbox listens; appears whole or not at all.")
    @Nullable
    Path portFile;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description =
                    "Gets a line of JSON for each call before it is answered: time, method, path, ids, status (0: no"
                            + " answer), fate (whole, cut, drop, hang).")
    @Nullable
    Path journal;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            defaultValue = "0",
            description = "Milliseconds before each answer (${DEFAULT-VALUE}).")
    long latency;

    @Option(
            names = "--tail-percent",
            paramLabel = "P",
            defaultValue = "0",
            description = "The share of calls that is slower, in percent (${DEFAULT-VALUE}).")
    int tailPercent;

    @Option(
            names = "--tail-latency",
            paramLabel = "MS",
            defaultValue = "0",
            description = "Milliseconds before the answers to those (${DEFAULT-VALUE}).")
    long tailLatency;

    @Option(
            names = "--tail-by",
            paramLabel = "WHAT",
            defaultValue = "scan",
            description = "What makes a call slow: call, by chance; scan, its scan or capture, always the same ones"
                    + " (${DEFAULT-VALUE}).")
    TailBy tailBy;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Calls that each vendor works on at once, while others wait in line; 0: all (${DEFAULT-VALUE}).")
    int workers;

    @Option(
            names = "--per-minute",
            paramLabel = "N",
            defaultValue = "300",
            description = "Closient calls in any minute; 0: no limit (${DEFAULT-VALUE}).")
    int perMinute;

    @Option(
            names = "--per-day",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Closient calls in any 24 hours; 0: no limit (${DEFAULT-VALUE}).")
    int perDay;

    @Option(
            names = "--used-today",
            paramLabel = "N",
            defaultValue = "0",
            description = "Calls of the day that others made before the start (${DEFAULT-VALUE}).")
    int usedToday;

    @Option(
            names = "--scan-ids",
            paramLabel = "N",
            defaultValue = "100",
            description = "The most ids in one scan-statuses call (${DEFAULT-VALUE}).")
    int scanIds;

    @Option(
            names = "--token-seconds",
            paramLabel = "N",
            defaultValue = "3600",
            description = "The life of an issued Pensa token (${DEFAULT-VALUE}).")
    long tokenSeconds;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "The X-API-Key that is accepted (csb_Sandbox0Sandbox0Sandbox0Sandbox0_a0ea6dc4).")
    String apiKey = Credentials.MADE_UP.apiKey();

    @Option(
            names = "--errors",
            paramLabel = "SHAPE",
            description =
                    "The shape of Closient's errors: ENVELOPE, or PROBLEM for RFC 9457 (what the world says, else ENVELOPE).")
    @Nullable
    ErrorShape errors;

    @Option(
            names = "--wrong-state",
            paramLabel = "STATUS",
            description =
                    "Closient's status for a retry of what has not failed, 409 or 422 (what the world says, else 409).")
    @Nullable
    Integer wrongState;

    @Option(
            names = "--bearer",
            description = "Pensa wants its token as Authorization: Bearer besides (what the world says, else not).")
    @Nullable
    Boolean bearer;

    /** As given, with the made-up credentials where none are given. */
    ServerOptions options() {
        Credentials made = Credentials.MADE_UP;
        return new ServerOptions(
                port,
                new Credentials(apiKey, made.username(), made.accessToken(), made.clientId(), made.clientSecret()),
                new Limits(perMinute, perDay, usedToday, scanIds, Duration.ofSeconds(tokenSeconds)),
                new Latency(Duration.ofMillis(latency), tailPercent, Duration.ofMillis(tailLatency), tailBy, workers),
                new Habits(errors, wrongState, bearer),
                Optional.ofNullable(journal));
    }
}
