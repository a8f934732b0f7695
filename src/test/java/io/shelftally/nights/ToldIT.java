package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is told of a night, by real servers on loopback, and that nothing depends on it. */
class ToldIT {

    private static final String DATE = "2026-11-02";
    private static final String SECRET = "4f1c0f7e-secret";

    @TempDir
    private Path home;

    private final Sandbox sandbox = new WorldText()
            .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}")
            .capture(Ids.id("c1"), "'code': '00013562302284'")
            .start();
    private final Receiver pings = new Receiver();
    private final Receiver hooks = new Receiver();
    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Desk desk;

    @BeforeEach
    void makeADesk() {
        mails.setUser("job@example.com", "job", SECRET);
        mails.start();
        desk = new Desk(home)
                .facing(sandbox)
                .scans("scan_id", "1")
                .captures("capture_id,scan_id", Ids.id("c1") + ",1")
                .set("shelftally.notify.ping.url", pings.url("/" + SECRET));
    }

    @AfterEach
    void stop() {
        mails.stop();
        hooks.close();
        pings.close();
        sandbox.close();
    }

    @Test
    void ofAGoodNightAPingIsToldAndWhoeverWantsToHearOfEveryNight() throws IOException {
        Path told = home.resolve("told");
        desk.set("shelftally.notify.webhook.url", hooks.url("/hook?sig=" + SECRET))
                .set("shelftally.notify.webhook.on", "always")
                .set("shelftally.notify.command.on-success", "echo success > " + told);
        mail();

        assertThat(night("--on-failure", "echo failure > " + told).code()).isZero();
        desk.run("rerun", "--date", DATE, "--quiet");

        assertThat(pings.paths())
                .containsExactly("/" + SECRET + "/start", "/" + SECRET, "/" + SECRET + "/start", "/" + SECRET);
        assertThat(pings.messages().get(1).body())
                .contains(
                        "ShelfTally: the night of " + DATE + " is published",
                        "scans: 1 REPORTED",
                        "files: " + desk.out().resolve(DATE),
                        "INFO the work list holds 1 captures and 1 scans");
        JsonNode event = JsonMapper.shared().readTree(hooks.messages().get(0).body());
        assertThat(hooks.paths()).containsOnly("/hook?sig=" + SECRET).hasSize(2);
        assertThat(event.path("state").stringValue()).isEqualTo("published");
        assertThat(event.path("is_failure").booleanValue()).isFalse();
        assertThat(event.path("business_date").stringValue()).isEqualTo(DATE);
        assertThat(event.path("run").longValue()).isEqualTo(1);
        assertThat(event.path("exit_code").intValue()).isZero();
        assertThat(event.path("version").intValue()).isEqualTo(1);
        assertThat(event.path("summary").path("scans").path("REPORTED").longValue())
                .isEqualTo(1);
        assertThat(event.path("alerts").isEmpty()).isTrue();
        assertThat(Files.readString(told)).isEqualTo("success\n");
        assertThat(mails.getReceivedMessages())
                .as("on=trouble, and there is none")
                .isEmpty();
    }

    @Test
    void ofARunThatFailsAllAreToldWhyAndNoSecret() throws Exception {
        Path told = home.resolve("told");
        desk.set("shelftally.notify.webhook.url", hooks.url("/hook")).set("shelftally.closient.api-key", "wrong");
        mail();

        InProcess.Ended night =
                night("--on-failure", "cat > " + told + "; echo $NIGHT_STATE $NIGHT_EXIT_CODE $NIGHT_DATE >> " + told);

        String title = "ShelfTally: the night of " + DATE + " failed (exit code 77)";
        String why = "Closient refused the API key (HTTP 401).";
        assertThat(night.code()).isEqualTo(77);
        assertThat(pings.paths()).containsExactly("/" + SECRET + "/start", "/" + SECRET + "/77");
        assertThat(pings.messages().get(1).body()).contains(title, why, "jobs/shelftally show 1");
        assertThat(hooks.messages())
                .hasSize(1)
                .allSatisfy(sent -> assertThat(sent.body()).contains("\"title\":\"" + title, why));
        MimeMessage[] received = mails.getReceivedMessages();
        assertThat(received).as("to two addresses").hasSize(2);
        assertThat(received[0].getSubject()).isEqualTo(title);
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat((String) received[0].getContent()).contains(why);
        assertThat(Files.readString(told))
                .contains("\"message\" : \"" + why)
                .endsWith("failed 77 " + DATE + "\n")
                .doesNotContain(SECRET);
    }

    @Test
    void aRunThatCannotEvenOpenItsDatabaseIsToldOf() throws IOException {
        Files.writeString(home.resolve("file"), "no folder");
        desk.set("spring.datasource.url", "jdbc:h2:file:" + home.resolve("file/database"));

        InProcess.Ended night = night();

        assertThat(night.code()).isEqualTo(73);
        assertThat(pings.paths()).containsExactly("/" + SECRET + "/73");
        assertThat(pings.messages().get(0).body())
                .contains(
                        "the night of " + DATE + " failed",
                        night.err().lines().findFirst().orElseThrow().substring("shelftally: ".length()));
    }

    @Test
    void whoCannotBeToldIsWarnedOfOnceAndChangesNothing() throws IOException {
        int closed = closedPort();
        desk.set("shelftally.notify.ping.url", "http://127.0.0.1:" + closed + "/" + SECRET)
                .set("shelftally.notify.webhook.url", hooks.answering(404).url("/hook/" + SECRET))
                .set("shelftally.notify.webhook.on", "always")
                .set("shelftally.notify.command.on-success", "exit 3");
        mail().set("shelftally.notify.mail.on", "always").set("shelftally.notify.mail.tls", "starttls");

        Captured<InProcess.Ended> night = Captured.of(() -> night("--quiet"));

        assertThat(night.value().code()).isZero();
        assertThat(warnings(night))
                .containsExactlyInAnyOrder(
                        "the ping at 127.0.0.1:" + closed + " could not be told: no connection",
                        "the webhook at " + hooks.url("").substring("http://".length())
                                + " could not be told: HTTP 404",
                        "the mail server 127.0.0.1:" + mails.getSmtp().getPort()
                                + " could not be told: STARTTLS is required but host does not support STARTTLS",
                        "the command of --on-success could not be told: it ended with 3");
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void whoDoesNotAnswerOrCannotBeUsedDelaysNothingForLong() {
        desk.set("shelftally.notify.timeout", "1s")
                .set("shelftally.notify.ping.url", pings.after(20_000).url("/" + SECRET))
                .set("shelftally.notify.webhook.url", "http://ops.example.com/" + SECRET)
                .set("shelftally.notify.mail.host", "127.0.0.1");

        long start = System.nanoTime();
        Captured<InProcess.Ended> night = Captured.of(() -> night("--quiet"));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        InProcess.Ended shown = desk.run("config", "show");

        assertThat(night.value().code()).isZero();
        assertThat(warnings(night).toList())
                .containsExactly(
                        "nobody is told by shelftally.notify.webhook: shelftally.notify.webhook.url sends secrets to"
                                + " ops.example.com unencrypted: use https, or set shelftally.http.allow-plain=true",
                        "nobody is told by shelftally.notify.mail: shelftally.notify.mail.host is set, and .from or .to"
                                + " is not: set both, such as ops@example.com",
                        "the ping at " + pings.url("").substring("http://".length())
                                + " could not be told: no end within 1 s");
        assertThat(night.err() + shown.out()).doesNotContain(SECRET);
        assertThat(seconds).isLessThan(15);
    }

    @Test
    void aMailGoesThroughTlsToAServerThatProvesWhoItIs() throws Exception {
        mail().set("shelftally.notify.mail.on", "always").set("shelftally.notify.mail.tls", "tls");
        URI plain = URI.create("tcp://127.0.0.1:" + mails.getSmtp().getPort());
        try (TlsFront front = new TlsFront(home, "dns:localhost", plain)) {
            desk.set("shelftally.notify.mail.host", "localhost")
                    .set(
                            "shelftally.notify.mail.port",
                            Integer.toString(front.uri().getPort()));

            Captured<InProcess.Ended> unknown = Captured.of(() -> night("--quiet"));
            assertThat(mails.getReceivedMessages()).isEmpty();
            int code = desk.java(
                            "-Djavax.net.ssl.trustStore=" + front.trustStore(),
                            "-Djavax.net.ssl.trustStorePassword=" + front.password())
                    .nightElsewhere(DATE, "--wait", "1s")
                    .exitCode();

            assertThat(warnings(unknown))
                    .singleElement()
                    .asString()
                    .contains("could not be told", "PKIX path building");
            assertThat(code).isZero();
            assertThat(mails.getReceivedMessages()).hasSize(2);
        }
    }

    @Test
    void aCommandAfterwardsFindsThePublishedNightAndItsFailureIsTrouble() throws IOException {
        Path told = home.resolve("told");
        mail();
        String upload = "cat \"$NIGHT_DIRECTORY\"/_SUCCESS > " + told + "; echo $NIGHT_IS_NEW >> " + told;

        InProcess.Ended first = night("--after", upload);
        String uploaded = Files.readString(told);
        desk.set("shelftally.after.command", upload + "; exit 4");
        Captured<InProcess.Ended> second = Captured.of(() -> desk.run("rerun", "--date", DATE, "--quiet"));

        String failed = "the night is published, but the command of --after failed: it ended with 4";
        assertThat(first.code()).isZero();
        assertThat(uploaded).isEqualTo(desk.published(DATE).text("_SUCCESS") + "true\n");
        assertThat(second.value().code()).isZero();
        assertThat(warnings(second)).containsExactly(failed);
        assertThat(Files.readString(told)).endsWith("false\n");
        assertThat(pings.messages().get(3).body()).contains(failed);
        assertThat(pings.paths()).endsWith("/" + SECRET);
        assertThat(mails.getReceivedMessages()).as("one mail to two addresses").hasSize(2);
    }

    @Test
    void whereNobodyIsNamedNothingOfItIsLoaded() throws Exception {
        Path loaded = home.resolve("loaded");

        ChildProcess night = desk.unset("shelftally.notify.ping.url")
                .java("-Xlog:class+load:file=" + loaded, ShippedJar.withoutArchive())
                .nightElsewhere(DATE, "--wait", "1s");

        assertThat(night.exitCode()).as(night.err()).isZero();
        assertThat(Files.readString(loaded))
                .contains("io.shelftally.operations.cli.Told ", "io.shelftally.job.alerts.Alerts ")
                .doesNotContain(
                        "io.shelftally.operations.telling.Tellers ",
                        "io.shelftally.operations.telling.HttpSender ",
                        "io.shelftally.operations.measuring.Figures ",
                        "io.shelftally.operations.lineage.Lineage ",
                        "io.openlineage.",
                        "io.micrometer.prometheusmetrics.",
                        "io.micrometer.registry.otlp.",
                        "jakarta.mail.",
                        "java.net.http.HttpClient ",
                        "org.springframework.boot.logging.logback.StructuredLogEncoder ");
    }

    private Desk mail() {
        return desk.set("shelftally.notify.mail.host", "127.0.0.1")
                .set(
                        "shelftally.notify.mail.port",
                        Integer.toString(mails.getSmtp().getPort()))
                .set("shelftally.notify.mail.tls", "none")
                .set("shelftally.notify.mail.username", "job")
                .set("shelftally.notify.mail.password", SECRET)
                .set("shelftally.notify.mail.from", "ShelfTally <job@example.com>")
                .set("shelftally.notify.mail.to", "ops@example.com, boss@example.com");
    }

    private InProcess.Ended night(String... more) {
        return desk.night(
                DATE, Stream.concat(Stream.of("--wait", "1s"), Stream.of(more)).toArray(String[]::new));
    }

    private static Stream<String> warnings(Captured<?> run) {
        return run.err().lines().map(line -> line.replaceFirst("[^ ]* WARN  ", ""));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
