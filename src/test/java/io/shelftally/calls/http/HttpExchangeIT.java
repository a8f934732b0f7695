package io.shelftally.calls.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Json;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.RetryAfter;
import io.shelftally.calls.quota.QuotaLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class HttpExchangeIT {

    private static final Duration DEADLINE = Duration.ofMillis(600);
    private static final int LIMIT = 1000;

    private static final HttpSettings SETTINGS =
            new HttpSettings(Duration.ofSeconds(5), DEADLINE, DataSize.ofBytes(LIMIT), false);

    private final HttpExchange http = new HttpExchange(SETTINGS, Clock.systemUTC());

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void anAnswerIsGivenWithItsStatusHeadersAndBody() throws Exception {
        try (RawServer server = RawServer.sending(
                "HTTP/1.1 409 Conflict\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}")) {
            Answer answer = http.send(get(server));

            assertThat(answer).isInstanceOfSatisfying(Reply.class, reply -> {
                assertThat(reply.status()).isEqualTo(409);
                assertThat(reply.isSuccess()).isFalse();
                assertThat(reply.body()).asString().isEqualTo("{}");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,, 2", "POST, {}, 2", "POST, {}, 3"})
    void theRightIsAskedForAgainWhenNoByteIsSentYet(String method, @Nullable String body, int last) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger(-1);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CallRight lostMeanwhile = () -> {
                if (asked.incrementAndGet() == last) {
                    sent.set(arrived(server));
                    throw new IllegalStateException("overtaken");
                }
            };
            URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/captures/abc");
            VendorRequest call = new VendorRequest(method, uri, Map.of(), Optional.ofNullable(body));

            try (HttpExchange mine = new HttpExchange(SETTINGS, Clock.systemUTC(), lostMeanwhile)) {
                assertThatThrownBy(() -> mine.send(call)).hasMessage("overtaken");
            }

            assertThat(sent).hasValue(0);
        }
    }

    /** By then what granted it may be void: the ledger takes it for ended. */
    @Test
    void aCallThatIsHeldUpForLongIsNotSent() throws Exception {
        SteppedClock clock = new SteppedClock();
        CallRight late =
                () -> clock.now = clock.now.plus(QuotaLedger.LONGEST_HOLD).plusMillis(1);
        VendorRequest call = new VendorRequest("GET", URI.create("http://127.0.0.1:1/"), Map.of(), Optional.empty());

        try (HttpExchange held = new HttpExchange(SETTINGS, clock, late)) {
            assertThat(held.send(call)).isInstanceOfSatisfying(NoReply.class, answer -> {
                assertThat(answer.reason()).isEqualTo(Reason.CONNECT);
                assertThat(answer.detail()).isEqualTo("held up");
            });
        }
    }

    private static final class SteppedClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void aCallThatNobodyWaitsForAnyMoreIsNotSent() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpExchange mine = new HttpExchange(SETTINGS, Clock.systemUTC())) {
            URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/reports");
            VendorRequest call = new VendorRequest("POST", uri, Map.of(), Optional.of("{}"));
            AtomicInteger sent = new AtomicInteger(-1);
            ThisCall.isOf(() -> {
                sent.set(arrived(server));
                return false;
            });

            assertThatThrownBy(() -> mine.send(call)).isInstanceOf(InterruptedException.class);

            assertThat(sent).hasValue(0);
        } finally {
            ThisCall.isOver();
        }
    }

    /** How many bytes of the connection that waits there have arrived. */
    private static int arrived(ServerSocket server) {
        try (Socket connection = server.accept()) {
            return connection.getInputStream().available();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a busy machine the deadline may pass between two steps of the client, which takes that for a mistake of ours. */
    @Test
    void aCallThatIsLateBetweenTwoStepsOfTheClientIsATimeOut() throws Exception {
        try (HttpExchange late = new HttpExchange(SETTINGS, Clock.systemUTC(), CallRight.ALWAYS, new LateClient())) {
            VendorRequest call =
                    new VendorRequest("GET", URI.create("http://127.0.0.1:1/"), Map.of(), Optional.empty());

            assertThat(reason(late.send(call))).isEqualTo(Reason.TIMEOUT);
        }
    }

    /** Goes on when the call was cancelled, as the client does where nothing waits. */
    private static final class LateClient extends CloseableHttpClient {

        @Override
        protected CloseableHttpResponse doExecute(
                @Nullable HttpHost target, ClassicHttpRequest request, @Nullable HttpContext context) {
            while (!((HttpUriRequestBase) request).isCancelled()) {
                LockSupport.parkNanos(1_000_000);
            }
            throw new IllegalStateException("Endpoint not acquired / already released");
        }

        @Override
        public void close(CloseMode mode) {}

        @Override
        public void close() {}
    }

    @Test
    void aBodyThatDripsIsGivenUpAtTheDeadlineAndTheConnectionEnds() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, out) -> drip(out, left, "200 OK"))) {
            long start = System.nanoTime();

            Answer answer = http.send(get(server));

            assertThat(reason(answer)).isEqualTo(Reason.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(DEADLINE, DEADLINE.multipliedBy(4));
            assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aRefusalWhoseBodyDripsIsARefusalAllTheSame() throws Exception {
        try (RawServer server = new RawServer((socket, out) -> drip(out, new CountDownLatch(1), "404 Not Found"))) {
            Answer answer = http.send(get(server));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Reply.class, reply -> assertThat(reply.status()).isEqualTo(404));
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpAtTheDeadline() throws Exception {
        try (RawServer server = new RawServer((socket, out) -> Thread.sleep(60_000))) {
            Answer answer = http.send(get(server));

            assertThat(reason(answer)).isEqualTo(Reason.TIMEOUT);
        }
    }

    @Test
    void aPortThatNobodyListensOnIsNotConnected() throws Exception {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }

        Answer answer = http.send(new VendorRequest("GET", nobody, Map.of(), Optional.empty()));

        assertThat(reason(answer)).isEqualTo(Reason.CONNECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"status\":",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}",
                "HTTP/1.1 200 OK\r\nBad Name: 1\r\n\r\n{}",
                "HTTP/1.1 nine OK\r\n\r\n{}",
                "HTTP/1.1 099 OK\r\n\r\n{}",
                "HTTP/1.1 000 OK\r\n\r\n{}",
                "HTTP/1.1 -1 OK\r\n\r\n{}",
                "HTTP/-1.1 200 OK\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: 2\r\n\r\n{}"
            })
    void anAnswerThatBreaksTheRulesIsBroken(String text) throws Exception {
        try (RawServer server = RawServer.sending(text)) {
            Answer answer = http.send(get(server));

            assertThat(reason(answer)).isEqualTo(Reason.BROKEN_BODY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: -1", "no colon here", "Content-Type: ", "Content-Encoding: "})
    void aFlawThatLeavesTheBodyReadableIsPassedOver(String header) throws Exception {
        try (RawServer server = RawServer.sending("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n{}")) {
            Answer answer = http.send(get(server));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Reply.class,
                            reply -> assertThat(reply.body()).asString().isEqualTo("{}"));
        }
    }

    @Test
    void aConnectionThatIsResetInTheBodyIsBroken() throws Exception {
        try (RawServer server = new RawServer((socket, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"));
            reset(socket);
        })) {
            Answer answer = http.send(get(server));

            assertThat(reason(answer)).isEqualTo(Reason.BROKEN_BODY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 422, 429, 503})
    void theStatusOfARefusalOutlivesItsBrokenBody(int status) throws Exception {
        try (RawServer server =
                RawServer.sending("HTTP/1.1 " + status + " x\r\nRetry-After: 7\r\nContent-Length: 50\r\n\r\n{")) {
            Answer answer = http.send(get(server));

            assertThat(answer).isInstanceOfSatisfying(Reply.class, reply -> {
                assertThat(reply.status()).isEqualTo(status);
                assertThat(reply.body()).isEmpty();
                assertThat(RetryAfter.of(reply)).contains(Duration.ofSeconds(7));
            });
        }
    }

    @Test
    void aPackedAnswerIsUnpacked() throws Exception {
        try (RawServer server = packed("{\"status\":\"COMPLETED\"}")) {
            Answer answer = http.send(get(server));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Reply.class,
                            reply -> assertThat(reply.body()).asString().isEqualTo("{\"status\":\"COMPLETED\"}"));
        }
    }

    @Test
    void aPackedAnswerThatIsCutShortIsBroken() throws Exception {
        byte[] whole = gzip("{\"status\":\"COMPLETED\"}");
        try (RawServer server = new RawServer((socket, out) -> {
            out.write(ascii(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + (whole.length - 9) + "\r\n\r\n"));
            out.write(whole, 0, whole.length - 9);
        })) {
            Answer answer = http.send(get(server));

            assertThat(reason(answer)).isEqualTo(Reason.BROKEN_BODY);
        }
    }

    @Test
    void aSmallBodyThatUnpacksToALongOneIsTooLarge() throws Exception {
        try (RawServer server = packed("x".repeat(LIMIT + 1))) {
            Answer answer = http.send(get(server));

            assertThat(reason(answer)).isEqualTo(Reason.TOO_LARGE);
        }
    }

    @Test
    void aBodyWithoutEndIsTooLarge() throws Exception {
        try (RawServer server = new RawServer((socket, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
            while (!Thread.interrupted()) {
                out.write(new byte[8192]);
            }
        })) {
            Answer answer = http.send(get(server));

            assertThat(reason(answer)).isEqualTo(Reason.TOO_LARGE);
        }
    }

    @Test
    void aBodyOfTheLimitIsRead() throws Exception {
        try (RawServer server =
                RawServer.sending("HTTP/1.1 200 OK\r\nContent-Length: " + LIMIT + "\r\n\r\n" + "x".repeat(LIMIT))) {
            Answer answer = http.send(get(server));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Reply.class, reply -> assertThat(reply.body()).hasSize(LIMIT));
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (RawServer server =
                RawServer.sending("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")) {
            Answer answer = http.send(get(server));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Reply.class, reply -> assertThat(reply.status()).isEqualTo(302));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 400})
    void whatFollowsAnAnswerUnaskedIsNotTakenForTheNext(int millisLater) throws Exception {
        String good = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        String planted = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged";
        CountDownLatch sent = new CountDownLatch(1);
        RawServer[] self = new RawServer[1];
        try (RawServer server = new RawServer((socket, out) -> {
            out.write(ascii(self[0].requests() > 1 || millisLater > 0 ? good : good + planted));
            out.flush();
            if (self[0].requests() == 1 && millisLater > 0) {
                Thread.sleep(millisLater);
                out.write(ascii(planted));
                out.flush();
            }
            sent.countDown();
        })) {
            self[0] = server.keepingAlive();

            assertThat(text(http.send(get(server)))).isEqualTo("{}");
            assertThat(sent.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(http.send(get(server))).isInstanceOf(NoReply.class);
            assertThat(text(http.send(get(server)))).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void aBrokenAnswerIsNeverAGoodOne(String name) throws Exception {
        try (RawServer server =
                new RawServer((socket, out) -> HostileAnswers.broken(name).answer(out))) {
            Answer answer = http.send(get(server));

            boolean isUsable = answer instanceof Reply reply
                    && reply.isSuccess()
                    && Json.object(reply.body()).isPresent();
            assertThat(isUsable).isFalse();
        }
    }

    static Set<String> brokenAnswers() {
        return HostileAnswers.broken().keySet();
    }

    @ParameterizedTest
    @CsvSource({"301,GET", "302,GET", "303,POST", "307,GET", "307,POST", "308,POST"})
    void theSecretsOfACallGoToNoOtherHost(int status, String method) throws Exception {
        try (RawServer other = RawServer.sending("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                RawServer server = RawServer.sending("HTTP/1.1 " + status + " x\r\nLocation: " + other.address()
                        + "\r\nContent-Length: 0\r\n\r\n")) {
            http.send(new VendorRequest(method, server.address(), Map.of("X-API-Key", "secret"), Optional.empty()));

            assertThat(server.requests()).isEqualTo(1);
            assertThat(other.requests()).isZero();
        }
    }

    @Test
    void aSecretThatTheVendorRepeatsIsStarredOut() throws Exception {
        try (RawServer server = packed("{\"message\":\"your key is correct horse\"}")) {
            http.hide("correct horse");

            Answer answer = http.send(get(server));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Reply.class,
                            reply -> assertThat(reply.body())
                                    .asString()
                                    .isEqualTo("{\"message\":\"your key is *************\"}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aCallOnAConnectionThatEndsUnansweredIsNotSentAgainUnasked(String method) throws Exception {
        try (RawServer server = answeringOnlyTheFirst()) {
            http.send(get(server));

            Answer answer = http.send(new VendorRequest(method, server.address(), Map.of(), Optional.empty()));

            assertThat(answer).isInstanceOf(NoReply.class);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void anInterruptedThreadStopsWaiting() throws Exception {
        try (RawServer server = new RawServer((socket, out) -> Thread.sleep(60_000))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> http.send(get(server))).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void anInterruptEndsACallThatWaits() throws Exception {
        Thread caller = Thread.currentThread();
        HttpExchange patient = patient();
        try (patient;
                RawServer server = new RawServer((socket, out) -> {
                    caller.interrupt();
                    Thread.sleep(60_000);
                })) {
            assertThatThrownBy(() -> patient.send(get(server))).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void aCloseEndsACallThatWaits() throws Exception {
        HttpExchange patient = patient();
        try (RawServer server = new RawServer((socket, out) -> {
            patient.close();
            Thread.sleep(60_000);
        })) {
            Answer answer = patient.send(get(server));

            assertThat(reason(answer)).isEqualTo(Reason.BROKEN_BODY);
        }
    }

    private static HttpExchange patient() {
        return new HttpExchange(
                new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(50), DataSize.ofBytes(LIMIT), false),
                Clock.systemUTC());
    }

    private static RawServer answeringOnlyTheFirst() throws IOException {
        RawServer[] server = new RawServer[1];
        server[0] = new RawServer((socket, out) -> {
            if (server[0].requests() > 1) {
                socket.close();
            } else {
                out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
            }
        });
        return server[0].keepingAlive();
    }

    private static void drip(OutputStream out, CountDownLatch left, String status) throws Exception {
        out.write(ascii("HTTP/1.1 " + status + "\r\nContent-Length: 900\r\n\r\n"));
        try {
            for (int i = 0; i < 900; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(20);
            }
        } catch (IOException gone) {
            left.countDown();
        }
    }

    private static RawServer packed(String text) throws IOException {
        byte[] body = gzip(text);
        return new RawServer((socket, out) -> {
            out.write(
                    ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n"));
            out.write(body);
        });
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packer = new GZIPOutputStream(bytes)) {
            packer.write(ascii(text));
        }
        return bytes.toByteArray();
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static VendorRequest get(RawServer server) {
        return new VendorRequest("GET", server.address(), Map.of("X-API-Key", "secret"), Optional.empty());
    }

    private static String text(Answer answer) {
        assertThat(answer).isInstanceOf(Reply.class);
        return new String(((Reply) answer).body(), StandardCharsets.UTF_8);
    }

    private static Reason reason(Answer answer) {
        assertThat(answer).isInstanceOf(NoReply.class);
        return ((NoReply) answer).reason();
    }
}
