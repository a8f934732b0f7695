package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.Credentials;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The doctor beside one sandbox, with one thing broken at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorIT {

    private static final String DATE = "2026-11-02";
    private static final Credentials SECRETS = Credentials.MADE_UP;

    @TempDir
    private static Path home;

    private final Sandbox sandbox = new WorldText()
            .capture(Ids.id("one"), "'code': '00013562302284'")
            .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284']}")
            .start();

    @BeforeAll
    void publishANight() {
        Desk desk = desk().captures("capture_id,scan_id", Ids.id("one") + ",1").scans("scan_id,store_id", "1,S1");
        assertThat(desk.night(DATE).code()).isZero();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void allIsWellAfterAGoodNight() {
        InProcess.Ended ended = doctor(desk());

        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out())
                .contains("OK    settings    all ", "OK    credentials 3 given", "is up: H2 2.", "they are at version ")
                .contains("can be written", "none is at work", "the last one, 1 for " + DATE + ", published")
                .contains("of the published files, " + home.resolve("out"), "a night like the last takes")
                .contains(
                        "(shelftally.pensa.base-url) answers 404 after", "which costs no quota", "only a call can tell")
                .doesNotContain("FAIL")
                .endsWith("all well\n");
    }

    @Test
    void aLookSpendsOneCallOfTheKeyWhichIsCounted() {
        int before = sandbox.journal().entries().size();
        long counted = countedCalls();

        doctor(desk());

        assertThat(sandbox
                        .journal()
                        .entries()
                        .subList(before, sandbox.journal().entries().size())
                        .stream()
                        .map(call -> call.method() + " " + call.path()))
                .containsExactly("HEAD /", "HEAD /", "GET /account/api/v1/whoami");
        assertThat(countedCalls()).isEqualTo(counted + 1);
    }

    @Test
    void whoseTheKeyIsIsTold() {
        InProcess.Ended ended = doctor(desk());

        assertThat(ended.out())
                .contains("OK    key         Closient knows it: organization Sandbox Foods, role editor,"
                        + " \"Nightly reconciliation\"");
    }

    @Test
    void aKeyThatHasExpiredIsToldOf() {
        WorldText world = new WorldText()
                .habits("'errors': 'PROBLEM'")
                .whoamiSteps("{'status': 401, 'message': 'The key has expired'}");
        try (Sandbox other = world.start()) {
            InProcess.Ended ended = doctor(desk().facing(other));

            assertThat(ended.code()).isEqualTo(77);
            assertThat(ended.out())
                    .contains("FAIL  key         Closient refuses it: HTTP 401, \"The key has expired\"")
                    .contains("SHELFTALLY_CLOSIENT_APIKEY");
        }
    }

    @Test
    void aKeyThatIsNotValidIsToldOf() {
        try (Sandbox other = new WorldText()
                .whoami("'api_key': {'is_active': false, 'role': null}, 'organizations': []")
                .start()) {
            InProcess.Ended ended = doctor(desk().facing(other));

            assertThat(ended.code()).isEqualTo(77);
            assertThat(ended.out()).contains("FAIL  key         Closient says that it is not valid: no organization");
        }
    }

    @Test
    void aHostThatDoesNotTellWhoseTheKeyIsIsNoFailure() {
        try (Sandbox other = new WorldText()
                .whoamiSteps("{'status': 404}, {'text': '<html>'}, {'status': 403}")
                .start()) {
            Desk desk = desk().facing(other);

            InProcess.Ended unknown = doctor(desk);
            InProcess.Ended page = doctor(desk);
            InProcess.Ended forbidden = doctor(desk);

            assertThat(unknown.out()).contains("OK    key         whose it is does this host not tell (HTTP 404)");
            assertThat(page.out())
                    .contains("WARN  key         Closient does not say whose it is: an answer that is no");
            assertThat(forbidden.out()).contains("WARN  key         Closient does not say whose it is: HTTP 403");
            assertThat(List.of(unknown.code(), page.code(), forbidden.code())).containsOnly(0);
        }
    }

    @Test
    void aKeyWithoutACallLeftIsNotAskedAbout() {
        int before = sandbox.journal().entries().size();

        InProcess.Ended ended = doctor(desk().set("shelftally.closient.per-day", "1"));

        assertThat(ended.out()).contains("WARN  key         Closient was not asked whose it is");
        assertThat(sandbox.journal().entries()).hasSize(before + 2);
    }

    @Test
    void everyBadSettingIsToldOfByName() {
        Desk desk = desk().set("shelftally.poll.first", "soon")
                .set("shelftally.run.lease", "20")
                .set("shelftally.retry.attempts", "0")
                .set("shelftally.closient.in-flight", "0")
                .set("shelftally.coverage.scans-answered", "half")
                .set("shelftally.zone", "Mars/Olympus")
                .set("shelftally.pensa.base-url", "ftp://pensa.example")
                .set("shelftally.closient.api-key", "")
                .set("shelftally.closient.per-minutes", "5")
                .unset("shelftally.pensa.username");

        InProcess.Ended ended = doctor(desk);

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.out())
                .contains(
                        "FAIL  settings    shelftally.poll.first must be a time such as 500ms",
                        "with its unit and without a blank; it is \"soon\", from the command line")
                .contains("Set SHELFTALLY_POLL_FIRST; the default is 2s.")
                .contains("without a blank; it is \"20\", from the command line")
                .contains("shelftally.retry.attempts must be 1 or more")
                .contains("shelftally.closient.in-flight must be greater than or equal to 1")
                .contains("shelftally.coverage.scans-answered must be a number such as 0.5")
                .contains("shelftally.zone must be a zone such as Europe/Paris")
                .contains("shelftally.pensa.base-url must be an address such as https://host")
                .contains("shelftally.closient.api-key is not set", "Set SHELFTALLY_CLOSIENT_APIKEY.")
                .contains("shelftally.pensa.username is not set")
                .contains("WARN  settings    shelftally.closient.per-minutes is no setting")
                .contains("Was shelftally.closient.per-minute meant?")
                .contains("is up: H2", sandbox.baseUri() + " (shelftally.closient.base-url) answers");
    }

    @Test
    void aSourceOfSettingsThatIsNotThereIsToldOfAndTheRestIsLookedAt() {
        InProcess.Ended ended = doctor(desk().set("spring.config.import", "configtree:" + home.resolve("none") + "/"));

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.out()).contains("a source of settings cannot be read", "none", "OK    clock");
    }

    @Test
    void secretsOfABadShapeAreToldOfAndNotShown() {
        Desk desk = desk().set("shelftally.pensa.access-token", "tok\u0000SECRET")
                .set("shelftally.closient.api-key", "csb_SECRET");

        InProcess.Ended ended = doctor(desk);

        assertThat(ended.code()).isEqualTo(77);
        assertThat(ended.out())
                .contains("FAIL  credentials shelftally.pensa.access-token holds a character")
                .contains("WARN  credentials the Closient API key (10 characters) is not of the shape")
                .doesNotContain("SECRET");
    }

    @Test
    void aDatabaseThatRefusesTheConnectionIsToldOf() {
        InProcess.Ended ended =
                doctor(desk().set("spring.datasource.url", "jdbc:postgresql://u:hidden@127.0.0.1:1/shelftally"));

        assertThat(ended.code()).isEqualTo(73);
        assertThat(ended.out())
                .contains("FAIL  database", "127.0.0.1:1/shelftally cannot be opened")
                .doesNotContain("hidden");
    }

    @Test
    void aDatabaseThatRefusesTheRoleIsToldOf() {
        InProcess.Ended ended = doctor(desk().set("spring.datasource.username", "someone"));

        assertThat(ended.code()).isEqualTo(77);
        assertThat(ended.out()).contains("refuses the credentials", "SPRING_DATASOURCE_USERNAME");
    }

    @Test
    void aDatabaseThatIsNotThereIsNotMade() {
        Path file = home.resolve("none").resolve("database");

        InProcess.Ended ended = doctor(desk().set("spring.datasource.url", "jdbc:h2:file:" + file));

        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("is not there yet; the first run makes it");
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void placesThatCannotBeWrittenAreToldOf() {
        InProcess.Ended out = doctor(desk(), "--out", "/proc/none");
        InProcess.Ended database = doctor(desk().set("spring.datasource.url", "jdbc:h2:file:/dev/null/database"));

        assertThat(out.code()).as(out.out()).isEqualTo(73);
        assertThat(out.out()).contains("FAIL  disk", "/proc");
        assertThat(database.code()).as(database.out()).isEqualTo(73);
    }

    @Test
    void vendorsThatAreDownAreToldOfOneByOne() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Desk desk = desk().set("shelftally.closient.base-url", "http://127.0.0.1:" + port)
                .set("shelftally.pensa.base-url", "https://pensa.invalid");

        InProcess.Ended ended = doctor(desk);

        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.out())
                .contains("(shelftally.closient.base-url): no connection: Connection refused")
                .contains("(shelftally.pensa.base-url): its name cannot be resolved")
                .contains("getent hosts pensa.invalid");
    }

    @Test
    void aTokenIsObtainedWithTheClientsCredentials() {
        Desk desk = withClient(SECRETS.clientSecret());

        InProcess.Ended ended = doctor(desk);

        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("OK    token       obtained from 127.0.0.1");
    }

    @Test
    void refusedCredentialsAreToldOf() {
        InProcess.Ended ended = doctor(withClient("wrong-secret"));

        assertThat(ended.code()).isEqualTo(77);
        assertThat(ended.out())
                .contains("FAIL  token       Pensa: the client id and secret were refused")
                .doesNotContain("wrong-secret");
    }

    @Test
    void noSecretIsShownAsTextOrAsJson() {
        Desk desk = desk().set("spring.datasource.password", "the-password");

        List<String> shown = List.of(doctor(desk).out(), doctor(desk, "--json").out());

        assertThat(shown)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(SECRETS.apiKey(), SECRETS.accessToken(), SECRETS.username(), "the-password"));
        assertThat(shown.get(1)).contains("\"exit_code\"", "\"findings\"", "\"remedy\"");
    }

    @Test
    void aRunThatWasKilledAndItsLeaseAreToldOf() throws Exception {
        Path copy = Files.createDirectories(home.resolve("killed"));
        Files.copy(home.resolve("database.mv.db"), copy.resolve("database.mv.db"));
        String url = "jdbc:h2:file:" + copy.resolve("database");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE run_lease SET held = TRUE, heartbeat_at = TIMESTAMP '2026-01-01 00:00:00'");
            statement.execute("UPDATE run SET ended_at = NULL, exit_code = NULL");
        }

        InProcess.Ended ended = doctor(desk().set("spring.datasource.url", url));

        assertThat(ended.out()).contains("WARN  runs", "Start the night again: it takes over.");
    }

    private long countedCalls() {
        return Objects.requireNonNull(desk().database()
                .queryForObject("SELECT SUM(calls) FROM quota_slot WHERE window_seconds = 86400", Long.class));
    }

    private Desk withClient(String secret) {
        return desk().set("shelftally.pensa.access-token", "")
                .set("shelftally.pensa.client-id", SECRETS.clientId())
                .set("shelftally.pensa.client-secret", secret)
                .set("shelftally.pensa.token-url", sandbox.tokenUri().toString());
    }

    private Desk desk() {
        return new Desk(home).facing(sandbox);
    }

    private static InProcess.Ended doctor(Desk desk, String... more) {
        String[] args = new String[more.length + 1];
        args[0] = "doctor";
        System.arraycopy(more, 0, args, 1, more.length);
        return desk.run(args);
    }
}
