package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a failed capture's retry can go, in one night with one retry allowed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureRetriesIT {

    private static final String FAILED = "'code': '00013562302284', 'progression': ['FAILED']";
    private static final String MOVES_ON = FAILED + ", 'afterRetry': [['PENDING', 'COMPLETED']]";

    private static final List<CaptureCase> CASES = List.of(
            done("retried", MOVES_ON).retried(1, 1),
            done("retriedAtOnce", FAILED + ", 'afterRetry': [['COMPLETED']]").retried(1, 1),
            CaptureCase.of("retriedNotFound", FAILED + ", 'afterRetry': [['NOT_FOUND']]", "RECONCILED", "NOT_FOUND")
                    .retried(1, 1),
            done("staleAnswer", FAILED + ", 'staleRetry': true, 'afterRetry': [['COMPLETED']]")
                    .retried(1, 1),
            failed("staleThenFailed", FAILED + ", 'staleRetry': true, 'afterRetry': [['FAILED']]")
                    .retried(1, 1),
            failed("failsAgain", FAILED + ", 'afterRetry': [['PENDING', 'FAILED']]")
                    .retried(1, 1),
            failed("failsAtOnce", FAILED + ", 'afterRetry': [['FAILED']]").retried(1, 1),
            CaptureCase.of("staysPending", FAILED + ", 'afterRetry': [['PENDING']]", "IN_PROGRESS", "PENDING")
                    .retried(1, 1),
            CaptureCase.of("unknownAfterwards", FAILED + ", 'afterRetry': [['MOVED']]", "IN_PROGRESS", "MOVED")
                    .retried(1, 1),
            done("conflictMovedOn", MOVES_ON + step("'status': 409, 'applied': true"))
                    .retried(0, 1),
            done("refusedMovedOn", MOVES_ON + step("'status': 422, 'applied': true"))
                    .retried(0, 1),
            CaptureCase.of(
                            "refusedYetPending",
                            FAILED + ", 'afterRetry': [['PENDING']]" + step("'status': 422, 'applied': true"),
                            "IN_PROGRESS",
                            "PENDING")
                    .retried(0, 1),
            done(
                            "refusedReadTwice",
                            MOVES_ON + step("'status': 422, 'applied': true") + ", 'readSteps': [{}, {'status': 503}]")
                    .retried(0, 1),
            failed("conflictStillFailed", FAILED + step("'status': 409")).retried(0, 1),
            done("lostByHanging", MOVES_ON + step("'hang': true, 'applied': true"))
                    .retried(1, 1),
            done("lostByDrop", MOVES_ON + step("'drop': true, 'applied': true")).retried(1, 1),
            done("lostByCut", MOVES_ON + step("'cut': true")).retried(1, 1),
            done("lostBy500", MOVES_ON + step("'status': 500, 'applied': true")).retried(1, 1),
            done("lostBy503", MOVES_ON + step("'status': 503, 'applied': true")).retried(1, 1),
            done("answeredAsPlainText", MOVES_ON + step("'contentType': 'text/html'"))
                    .retried(1, 1),
            done("lostByHtml", MOVES_ON + step("'text': '<html>', 'contentType': 'text/html', 'applied': true"))
                    .retried(1, 1),
            done(
                            "inAnyCase",
                            "'code': '00013562302284', 'progression': ['Failed'], 'afterRetry': [['pending', 'completed']]")
                    .says("completed")
                    .retried(1, 1),
            done("lostByNoJson", MOVES_ON + step("'text': '{', 'applied': true"))
                    .retried(1, 1),
            done("lostByList", MOVES_ON + step("'body': [1], 'applied': true")).retried(1, 1),
            failed("lostThenFailed", FAILED + ", 'afterRetry': [['PENDING', 'FAILED']]" + step("'cut': true"))
                    .retried(1, 1),
            failed("lostAndFailedAgain", FAILED + step("'status': 503, 'times': 'forever'"))
                    .retried(0, 4),
            done("sentThreeTimes", MOVES_ON + step("'status': 503, 'times': 2")).retried(1, 3),
            done("lostOnLastAttempt", MOVES_ON + step("'status': 503, 'times': 3}, {'status': 503, 'applied': true"))
                    .retried(1, 4),
            done("rateLimited", MOVES_ON + step("'status': 429, 'retryAfter': '0'"))
                    .retried(1, 2),
            CaptureCase.of("retry404", FAILED + step("'status': 404"), "UNKNOWN_CAPTURE", "FAILED")
                    .retried(0, 1),
            CaptureCase.of("retry404Html", FAILED + step("'status': 404, 'text': '<p>'"), "UNKNOWN_CAPTURE", "FAILED")
                    .retried(0, 1),
            rejected("retry400", "'status': 400"),
            rejected("retry403", "'status': 403"),
            rejected("retry403Says404", "'status': 403, 'code': 'NOT_FOUND'"),
            rejected("retry422", "'status': 422, 'details': [{'field': 'x', 'message': 'y'}]"),
            rejected("retry422Problem", "'status': 422, 'shape': 'PROBLEM', 'code': 'UNPROCESSABLE_ENTITY'"),
            rejected("retry422List", "'status': 422, 'body': []"));

    private Map<String, Map<String, String>> captures = Map.of();
    private List<JournalEntry> calls = List.of();

    @BeforeAll
    void runTheNight(@TempDir Path home) {
        WorldText world = new WorldText().scan(100, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}");
        CASES.forEach(one -> world.capture(one.id(), one.world()));
        try (Sandbox sandbox = world.start()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .set("shelftally.http.read-timeout", "1s")
                    .scans("scan_id", "100")
                    .captures(lines().toArray(String[]::new));

            assertThat(desk.night("2026-11-02", "--wait", "10s").code()).isZero();

            captures = desk.published("2026-11-02").captures();
            calls = sandbox.journal().entries();
        }
    }

    static Stream<CaptureCase> cases() {
        return CASES.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFailedCaptureEndsAsItsRetryWent(CaptureCase one) {
        Map<String, String> row = captures.getOrDefault(one.id(), Map.of());

        assertThat(row)
                .containsEntry("outcome", one.outcome())
                .containsEntry("status", one.status())
                .containsEntry("retries", Integer.toString(one.retries()));
        assertThat(methods(one).filter("POST"::equals)).hasSize(one.posts());
    }

    @ParameterizedTest
    @CsvSource({
        "retry422, VALIDATION_ERROR, Validation failed",
        "retry422Problem, UNPROCESSABLE_ENTITY, UNPROCESSABLE_ENTITY",
        "retry422List, VALIDATION_ERROR, ''",
        "retry404Html, '', ''",
        "retry403Says404, NOT_FOUND, Not found",
        "conflictStillFailed, '', Product lookup timed out"
    })
    void theErrorOfARowIsThatOfTheAnswerThatEndedIt(String name, String code, String message) {
        assertThat(captures.getOrDefault(Ids.id(name), Map.of()))
                .containsEntry("error_code", code)
                .containsEntry("error_message", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry422", "retry422Problem", "refusedMovedOn"})
    void anUnprocessableRetryIsFollowedByARead(String name) {
        assertThat(calls.stream()
                        .filter(call -> call.ids().contains(Ids.id(name)))
                        .map(JournalEntry::method))
                .startsWith("GET", "POST", "GET");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaptureIsReadBeforeEachRetry(CaptureCase one) {
        String methods = String.join(" ", methods(one).toList());

        assertThat(methods).startsWith("GET");
        if (!one.name().equals("rateLimited")) {
            assertThat(methods).doesNotContain("POST POST");
        }
    }

    private Stream<String> methods(CaptureCase one) {
        return calls.stream().filter(call -> call.ids().contains(one.id())).map(JournalEntry::method);
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("capture_id,scan_id"));
        CASES.forEach(one -> lines.add(one.id() + ",100"));
        return lines;
    }

    private static String step(String fields) {
        return ", 'retrySteps': [{" + fields + "}]";
    }

    private static CaptureCase done(String name, String world) {
        return CaptureCase.of(name, world, "RECONCILED", "COMPLETED");
    }

    private static CaptureCase failed(String name, String world) {
        return CaptureCase.of(name, world, "UNRESOLVED", "FAILED");
    }

    private static CaptureCase rejected(String name, String step) {
        return CaptureCase.of(name, FAILED + step(step), "REJECTED", "FAILED").retried(0, 1);
    }
}
