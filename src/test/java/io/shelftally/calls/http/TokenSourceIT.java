package io.shelftally.calls.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.night.run.HandClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class TokenSourceIT {

    private final HandClock clock = new HandClock();
    private final HttpExchange http = new HttpExchange(
            new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), DataSize.ofMegabytes(1), false), clock);
    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> requests = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile String accepted = "token1";
    private volatile int tokenStatus = 200;
    private volatile String scansAnswer = "{}";
    private volatile String tokenAnswer =
            "{\"access_token\":\"token%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    private HttpServer server = unstarted();

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/token", call -> {
            requests.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(call, tokenStatus, String.format(tokenAnswer, asked.incrementAndGet()));
        });
        server.createContext("/scans", call -> {
            String token = call.getRequestHeaders().getFirst("x-pensa-access-token");
            answer(call, accepted.equals(token) ? 200 : 401, scansAnswer);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }

    @Test
    void aTokenIsObtainedOnceAndUsedForEveryCall() throws Exception {
        TokenSource tokens = obtained();

        assertThat(status(send(tokens))).isEqualTo(200);
        assertThat(status(send(tokens))).isEqualTo(200);
        assertThat(requests)
                .singleElement()
                .asString()
                .contains(
                        "\"client_id\":\"id\"",
                        "\"client_secret\":\"s3cret\"",
                        "\"grant_type\":\"client_credentials\"");
    }

    @Test
    void aTokenIsRenewedShortlyBeforeItEnds() throws Exception {
        TokenSource tokens = obtained();
        send(tokens);
        clock.advance(Duration.ofSeconds(3541));
        accepted = "token2";

        assertThat(status(send(tokens))).isEqualTo(200);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aTokenThatIsGrantedAgainIsReadAndStarredOutOfOtherAnswers() throws Exception {
        tokenAnswer = "{\"access_token\":\"the-same-as-before\",\"expires_in\":3600}";
        accepted = "the-same-as-before";
        scansAnswer = "{\"error\":\"the-same-as-before\"}";
        TokenSource tokens = obtained();
        send(tokens);
        clock.advance(Duration.ofSeconds(3541));

        Answer answer = send(tokens);

        assertThat(asked).hasValue(2);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Reply.class,
                        reply -> assertThat(reply.body()).asString().isEqualTo("{\"error\":\"******************\"}"));
    }

    @Test
    void theOldTokenServesOnWhileItLastsIfNoNewOneComes() throws Exception {
        TokenSource tokens = obtained();
        send(tokens);
        clock.advance(Duration.ofSeconds(3541));
        tokenStatus = 503;

        assertThat(status(send(tokens))).isEqualTo(200);
        clock.advance(Duration.ofSeconds(60));
        assertThat(status(send(tokens))).isEqualTo(503);
    }

    @Test
    void aTokenThatIsRefusedIsRenewedOnce() throws Exception {
        TokenSource tokens = obtained();
        send(tokens);
        accepted = "token2";

        assertThat(status(send(tokens))).isEqualTo(200);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aSecondRefusalEndsTheRun() {
        TokenSource tokens = obtained();
        accepted = "none";

        assertThatThrownBy(() -> send(tokens))
                .isInstanceOfSatisfying(
                        VendorException.class,
                        ended -> assertThat(ended.reason()).isEqualTo(Reason.UNAUTHORIZED));
    }

    @Test
    void aGivenTokenThatIsRefusedEndsTheRun() throws Exception {
        TokenSource tokens = TokenSource.given("token1", http, clock);
        assertThat(status(send(tokens))).isEqualTo(200);
        accepted = "other";

        assertThatThrownBy(() -> send(tokens))
                .isInstanceOfSatisfying(
                        VendorException.class,
                        ended -> assertThat(ended.reason()).isEqualTo(Reason.UNAUTHORIZED))
                .hasMessageNotContaining("token1");
        assertThat(asked).hasValue(0);
    }

    @Test
    void manyThreadsThatAreRefusedShareOneRenewal() throws Exception {
        TokenSource tokens = obtained();
        send(tokens);
        accepted = "token2";

        List<Future<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            calls.add(threads.submit(() -> send(tokens)));
        }

        for (Future<Answer> call : calls) {
            assertThat(status(call.get())).isEqualTo(200);
        }
        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void passingTroubleAtTheTokensAddressIsTheAnswerOfTheCall(int status) throws Exception {
        tokenStatus = status;

        assertThat(status(send(obtained()))).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "null",
                "{}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":null}",
                "{\"access_token\":\"a\\r\\nb\"}"
            })
    void anAnswerWithoutAUsableTokenIsPassingTrouble(String answer) throws Exception {
        tokenAnswer = answer;

        assertThat(send(obtained()))
                .isInstanceOfSatisfying(
                        NoReply.class, reply -> assertThat(reply.reason()).isEqualTo(Reason.BROKEN_BODY));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void aBrokenAnswerOfTheTokensAddressIsPassingTrouble(String name) throws Exception {
        try (RawServer broken =
                new RawServer((socket, out) -> HostileAnswers.broken(name).answer(out))) {
            TokenSource tokens =
                    TokenSource.obtained(new ClientCredentials(broken.address(), "id", "s3cret"), http, clock);

            Answer answer = send(tokens);

            assertThat(answer instanceof Reply reply && reply.isSuccess()).isFalse();
        }
    }

    static Stream<String> brokenAnswers() {
        return HostileAnswers.broken().keySet().stream().filter(name -> !name.equals("a redirect"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "-5", "\"3600\"", "1e300", "\"soon\"", "0.5", "{}", "99999999999999999999"})
    void aTokenWhoseLifeCannotBeReadIsUsedUntilItIsRefused(String life) throws Exception {
        tokenAnswer = "{\"access_token\":\"token%d\",\"expires_in\":" + life + "}";
        TokenSource tokens = obtained();

        assertThat(status(send(tokens))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"400,UNAUTHORIZED", "401,UNAUTHORIZED", "403,UNAUTHORIZED", "404,UNEXPECTED_STATUS"})
    void credentialsThatAreRefusedEndTheRunWithoutShowingThem(int status, Reason reason) {
        tokenStatus = status;

        assertThatThrownBy(() -> send(obtained()))
                .isInstanceOfSatisfying(
                        VendorException.class,
                        ended -> assertThat(ended.reason()).isEqualTo(reason))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void onceTheRunIsEndedNoThreadAsksAgain() {
        tokenStatus = 401;
        TokenSource tokens = obtained();
        assertThatThrownBy(() -> send(tokens)).isInstanceOf(VendorException.class);

        assertThatThrownBy(() -> send(tokens)).isInstanceOf(VendorException.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void secretsAreNotShown() {
        assertThat(credentials().toString()).doesNotContain("s3cret", "id\"");
        assertThat(AccessToken.lasting("token1").toString()).doesNotContain("token1");
    }

    private Answer send(TokenSource tokens) throws InterruptedException {
        return tokens.receive(this::scans).read(Function.identity());
    }

    private TokenSource obtained() {
        return TokenSource.obtained(credentials(), http, clock);
    }

    private ClientCredentials credentials() {
        return new ClientCredentials(address("/token"), "id", "s3cret");
    }

    private VendorRequest scans(String token) {
        return new VendorRequest(
                "POST", address("/scans"), Map.of("x-pensa-access-token", token), Optional.of("{\"scan_ids\":[1]}"));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static HttpServer unstarted() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static void answer(com.sun.net.httpserver.HttpExchange call, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        call.getRequestBody().readAllBytes();
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static int status(Answer answer) {
        assertThat(answer).isInstanceOf(Reply.class);
        return ((Reply) answer).status();
    }
}
