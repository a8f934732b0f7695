package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.http.HostileAnswers;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on standard error when a vendor is the cause: who, what, how often, and what is to be mended. */
class CausesIT {

    private static final String DATE = "2026-11-02";

    @TempDir
    private Path home;

    @Test
    void aVendorThatRefusesConnectionsIsNamedWithItsPortAndTheCalls() {
        InProcess.Ended ended = desk(URI.create("http://127.0.0.1:1")).night(DATE, "--wait", "300ms");

        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err())
                .matches("shelftally: nothing is published for 2026-11-02: only 0 of 3 scans asked about were answered"
                        + " [(]the floor is 50 %[)]: no connection to 127[.]0[.]0[.]1:1 [(]refused[)], ([0-9]+) of \\1 calls;"
                        + " only 0 of 3 captures attempted were answered [(]the floor is 50 %[)]:"
                        + " no connection to 127[.]0[.]0[.]1:1 [(]refused[)], ([0-9]+) of \\2 calls[.]"
                        + " Run again later: it resumes[.]\\R");
    }

    @Test
    void aHostThatNobodyKnowsIsToldAsThat() {
        InProcess.Ended ended = desk(URI.create("https://pensa.invalid")).night(DATE, "--wait", "300ms");

        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err()).contains("no connection to pensa.invalid:443 (unknown host), ");
    }

    @Test
    void aVendorWithoutTlsIsToldAsThat() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> greet(plain), "plain");
            server.start();
            URI tls = URI.create("https://127.0.0.1:" + plain.getLocalPort());

            InProcess.Ended ended = desk(tls).night(DATE, "--wait", "300ms");

            assertThat(ended.code()).isEqualTo(69);
            assertThat(ended.err()).contains("127.0.0.1:" + tls.getPort() + " broke off (TLS failed), ");
        }
    }

    @Test
    void anErrorOfTheServerIsToldByItsStatus() throws IOException {
        try (HostileVendor vendor = new HostileVendor()) {
            IntStream.of(1, 3).forEach(n -> vendor.on("read " + Ids.id("c" + n), status(503)));

            InProcess.Ended ended = desk(vendor.address()).night(DATE, "--wait", "300ms");

            assertThat(ended.code()).isEqualTo(69);
            assertThat(ended.err())
                    .containsPattern("only 1 of 3 captures attempted were answered .*: 127[.]0[.]0[.]1:"
                            + vendor.address().getPort() + " answered 503, [0-9]+ of [0-9]+ calls[.]");
        }
    }

    @Test
    void aVendorThatKeepsSilentIsToldAsThat() throws IOException {
        try (HostileVendor vendor = new HostileVendor()) {
            IntStream.rangeClosed(1, 3).forEach(n -> vendor.on("read " + Ids.id("c" + n), out -> Thread.sleep(60_000)));

            InProcess.Ended ended = desk(vendor.address())
                    .set("shelftally.http.read-timeout", "200ms")
                    .night(DATE, "--wait", "300ms");

            assertThat(ended.code()).isEqualTo(69);
            assertThat(ended.err())
                    .containsPattern("no answer from 127[.]0[.]0[.]1:[0-9]+ in time, ([0-9]+) of \\1 calls");
        }
    }

    @Test
    void aRerunThatGotNoAnswerSaysWhyToo() throws IOException {
        Desk desk;
        try (HostileVendor vendor = new HostileVendor()) {
            vendor.on("read " + Ids.id("c1"), status(503));
            desk = desk(vendor.address());
            assertThat(desk.night(DATE, "--wait", "300ms").code()).isZero();
        }
        desk.facing(URI.create("http://127.0.0.1:1"));

        InProcess.Ended ended = desk.run("rerun", "--date", DATE, "--open", "--wait", "300ms");

        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err())
                .contains(
                        "no answer about any of the 1 captures of the rerun: no connection to 127.0.0.1:1 (refused), ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closient.api-key|Closient refused the API key (HTTP 401). Mend shelftally.closient.api-key;",
                "pensa.access-token|Pensa: the given access token was refused (401). Mend shelftally.pensa.access-token,",
                "pensa.username|Pensa: the given access token was refused (401). Mend shelftally.pensa.access-token, or .username"
            })
    void aRefusalNamesTheVendorAndTheSettingAndNeverItsValue(String setting, String words) {
        try (Sandbox sandbox = new WorldText().start()) {
            Desk desk = desk(sandbox.baseUri()).set("shelftally." + setting, "secret-of-ours");

            Captured<InProcess.Ended> ended = Captured.of(() -> desk.night(DATE, "--wait", "300ms"));

            assertThat(ended.value().code()).isEqualTo(77);
            assertThat(ended.value().err())
                    .startsWith("shelftally: " + words)
                    .containsPattern("(its|no) value is (n)?ever shown");
            assertThat(ended.value().err() + ended.err()).doesNotContain("secret-of-ours");
        }
    }

    @Test
    void aClientThatIsRefusedIsToldByItsSettings() {
        try (Sandbox sandbox = new WorldText().start()) {
            Desk desk = desk(sandbox.baseUri())
                    .unset("shelftally.pensa.access-token")
                    .set("shelftally.pensa.token-url", sandbox.tokenUri().toString())
                    .set("shelftally.pensa.client-id", "sandbox-client")
                    .set("shelftally.pensa.client-secret", "secret-of-ours");

            InProcess.Ended ended = desk.night(DATE, "--wait", "300ms");

            assertThat(ended.code()).isEqualTo(77);
            assertThat(ended.err())
                    .startsWith("shelftally: Pensa: the client id and secret were refused (401)."
                            + " Mend shelftally.pensa.client-id and .client-secret; no value is ever shown.")
                    .doesNotContain("secret-of-ours");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "statuses"})
    void aVendorThatForbidsEverythingIsNamedWithItsSettings(String call) throws IOException {
        try (HostileVendor vendor = new HostileVendor()) {
            IntStream.rangeClosed(1, 3)
                    .mapToObj(n -> call + " " + (call.equals("read") ? Ids.id("c" + n) : Integer.toString(n)))
                    .forEach(one -> vendor.on(one, status(403)));

            InProcess.Ended ended = desk(vendor.address())
                    .set("shelftally.pensa.status-batch", "1")
                    .night(DATE, "--wait", "300ms");

            assertThat(ended.code()).isEqualTo(77);
            assertThat(ended.err())
                    .startsWith(
                            call.equals("read")
                                    ? "shelftally: Closient answers every call with HTTP 403. Mend shelftally.closient.api-key,"
                                    : "shelftally: Pensa answers every call with HTTP 403. Mend shelftally.pensa.username and"
                                            + " .access-token");
        }
    }

    private Desk desk(URI vendors) {
        return new Desk(home)
                .facing(vendors)
                .scans("scan_id", "1", "2", "3")
                .captures(Stream.concat(
                                Stream.of("capture_id,scan_id"),
                                IntStream.rangeClosed(1, 3).mapToObj(n -> Ids.id("c" + n) + "," + n))
                        .toArray(String[]::new));
    }

    /** Says something to everyone that is no TLS, until the socket is closed. */
    private static void greet(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (Socket caller = plain.accept()) {
                caller.getOutputStream().write("HTTP/1.1 400 x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                caller.getOutputStream().flush();
                caller.getInputStream().read(new byte[2048]);
            } catch (IOException gone) {
                // The caller has left, or the test is over.
            }
        }
    }

    private static HostileAnswers.Script status(int status) {
        return HostileAnswers.raw("HTTP/1.1 " + status + " x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }
}
