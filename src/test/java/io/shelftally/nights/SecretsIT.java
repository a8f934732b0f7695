package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Application;
import io.shelftally.base.packing.Packing;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with secrets that cannot be overlooked, in processes of their own, and looks for them in all that is left. */
class SecretsIT {

    private static final String DATE = "2026-11-02";
    private static final String API_KEY = "csb_PLANTEDkeyOfClosient000000000000_0badc0de";
    private static final String USER = "PLANTED-user@pensa.example";
    private static final String TOKEN = "PLANTED/token+of.pensa=";
    private static final String CLIENT = "PLANTED-client-id";
    private static final String CLIENT_SECRET = "PLANTED\"client/secret";
    private static final String PASSWORD = "PLANTED-database-password";

    private static final Credentials CREDENTIALS = new Credentials(API_KEY, USER, TOKEN, CLIENT, CLIENT_SECRET);

    /** Such parts of them as would be left if one were escaped or cut. */
    private static final List<String> SECRETS =
            List.of("PLANTED", "keyOfClosient", "token+of", "of.pensa=", "client/secret", "database-password");

    private final Map<String, String> environment = new TreeMap<>();
    private Path home = Path.of("unset");
    private String commandLine = "";

    @BeforeEach
    void setUp(@TempDir Path directory) throws IOException {
        home = directory;
        Files.createDirectories(home.resolve("tmp"));
        Files.writeString(home.resolve("scans.csv"), "scan_id\n1\n2\n3\n");
        Files.writeString(
                home.resolve("captures.csv"),
                "capture_id,scan_id\n" + Ids.id("told") + ",1\n" + Ids.id("refused") + ",1\n" + Ids.id("gone")
                        + ",1\n");
        environment.putAll(Map.of(
                "SHELFTALLY_CLOSIENT_APIKEY",
                API_KEY,
                "SHELFTALLY_PENSA_USERNAME",
                USER,
                "SHELFTALLY_PENSA_ACCESSTOKEN",
                TOKEN,
                "SHELFTALLY_CLOSIENT_PERMINUTE",
                "0",
                "SHELFTALLY_POLL_FIRST",
                "50ms",
                "SHELFTALLY_RETRY_FIRST",
                "20ms",
                "SPRING_DATASOURCE_URL",
                url() + ";USER=sa;PASSWORD=" + PASSWORD));
    }

    @Test
    void aNightLeavesNoSecretBehindThoughTheVendorsRepeatThemAndEveryLoggerSpeaks() throws Exception {
        try (Sandbox sandbox = world().start(CREDENTIALS)) {
            facing(sandbox);
            environment.putAll(Map.of("LOGGING_LEVEL_ROOT", "TRACE", "SHELFTALLY_LOG", "TRACE", "DEBUG", "true"));

            int code = run();

            assertThat(traces().database(url(), "sa", PASSWORD).places(SECRETS)).isEmpty();
            assertThat(code).isZero();
            assertThat(published("captures.csv")).contains("your key " + stars(API_KEY));
            assertThat(published("reconciled_items.csv")).contains("Cola of " + stars(TOKEN) + " and Co");
            assertThat(published("quarantine.csv")).contains("none, " + stars(TOKEN));
            assertEvidenceIsNamedByWhatIsKept();
        }
    }

    @Test
    void aNightThatObtainsItsTokensLeavesNoSecretBehind() throws Exception {
        try (Sandbox sandbox = world().tokenSteps("{'body': {'access_token': '" + TOKEN + "', 'expires_in': 3600}}")
                .start(CREDENTIALS)) {
            facing(sandbox);
            withClient(sandbox);
            environment.put("SPRING_DATASOURCE_URL", url());
            environment.putAll(Map.of("SPRING_DATASOURCE_USERNAME", "sa", "SPRING_DATASOURCE_PASSWORD", PASSWORD));

            int code = run();

            assertThat(traces().database(url(), "sa", PASSWORD).places(SECRETS)).isEmpty();
            assertThat(code).isZero();
        }
    }

    @Test
    void aRefusalThatRepeatsTheSecretIsToldWithoutIt() throws Exception {
        String refusal = "'text': '{\\'error\\':{\\'code\\':\\'UNAUTHORIZED\\',\\'message\\':\\'" + API_KEY + "\\'}}'";
        try (Sandbox sandbox = new WorldText()
                .capture(
                        Ids.id("told"),
                        "'readSteps': [{'status': 401, " + echoed() + refusal + ", 'times': 'forever'}]")
                .start(CREDENTIALS)) {
            facing(sandbox);
            environment.put("SHELFTALLY_CLOSIENT_APIKEY", API_KEY);

            assertThat(run()).isEqualTo(77);

            assertThat(err()).contains("Closient");
            assertThat(traces().database(url(), "sa", PASSWORD).places(SECRETS)).isEmpty();
        }
    }

    @Test
    void credentialsThatAreRefusedAreNotShown() throws Exception {
        String json = "'body': {'error': 'client " + CLIENT_SECRET.replace("\"", "\\\"") + "'}";
        Files.writeString(home.resolve("captures.csv"), "");
        try (Sandbox sandbox = new WorldText()
                .tokenSteps("{'status': 503, " + json + "}, {'status': 401, " + echoed() + json + "}")
                .start(CREDENTIALS)) {
            facing(sandbox);
            withClient(sandbox);

            assertThat(run()).isEqualTo(77);

            assertThat(err()).contains("client id and secret");
            assertThat(traces().database(url(), "sa", PASSWORD).places(SECRETS)).isEmpty();
        }
    }

    @Test
    void aSecretThatCannotBeUsedIsNotShown() throws Exception {
        environment.put("SHELFTALLY_PENSA_BASEURL", "https://" + USER + ":" + CLIENT_SECRET + "@pensa.example");
        environment.put("SHELFTALLY_CLOSIENT_APIKEY", API_KEY + "\u0001");
        environment.putAll(Map.of("LOGGING_LEVEL_ROOT", "TRACE", "DEBUG", "true"));

        assertThat(run()).isEqualTo(78);

        assertThat(err()).contains("shelftally.pensa.base-url");
        assertThat(traces().places(SECRETS)).isEmpty();
    }

    @Test
    void aDatabaseThatRefusesItsPasswordIsToldOfWithoutIt() throws Exception {
        DriverManager.getConnection(url(), "sa", "another").close();
        environment.putAll(Map.of("LOGGING_LEVEL_ROOT", "TRACE", "DEBUG", "true"));

        assertThat(run()).isEqualTo(77);

        assertThat(err()).contains("spring.datasource.username");
        assertThat(traces().places(SECRETS)).isEmpty();
    }

    @Test
    void aDatabaseUrlThatIsNoneIsToldOfWithoutItsPassword() throws Exception {
        environment.put("SPRING_DATASOURCE_URL", url() + ";PASSWORD=" + PASSWORD + ";nonsense");

        assertThat(run()).isEqualTo(78);

        assertThat(traces().places(SECRETS)).isEmpty();
    }

    /** Each vendor repeats what it was told: in errors, in product names, in what will be set aside, in headers. */
    private static WorldText world() {
        String headers = echoed();
        return new WorldText()
                .capture(Ids.id("told"), "'code': '00013562302284', 'object': {'product_name': 'told " + API_KEY + "'}")
                .capture(
                        Ids.id("refused"),
                        "'readSteps': [{'status': 422, " + headers + "'code': 'VALIDATION_ERROR', 'message': 'your key "
                                + API_KEY + "', 'times': 'forever'}]")
                .capture(Ids.id("gone"), "'readSteps': [{'status': 404, " + headers + "'text': '" + API_KEY + "'}]")
                .scan(
                        1,
                        "'item': {'scan_metadata': {'guid': '" + TOKEN + "'}}",
                        "'project': {'project_name': '" + TOKEN + "'}",
                        "'report': {'ITEMS_SEEN': [{'like': '00013562302284', 'product': 'Cola of " + TOKEN
                                + " and Co'}, {'upc': 'none, " + TOKEN + "'}]}")
                .scan(2, "'extraItems': [{'id': 9, 'status': '" + TOKEN + "'}]", "'report': {'ITEMS_SEEN': []}")
                .scan(
                        3,
                        "'reportSteps': [{'status': 422, " + headers + "'text': '" + TOKEN + "', 'times': 'forever'}]");
    }

    private static String stars(String secret) {
        return "*".repeat(secret.length());
    }

    private static String echoed() {
        return "'headers': {'X-Echo': '" + API_KEY + " " + TOKEN + "'}, ";
    }

    private void facing(Sandbox sandbox) {
        environment.put("SHELFTALLY_CLOSIENT_BASEURL", sandbox.baseUri().toString());
        environment.put("SHELFTALLY_PENSA_BASEURL", sandbox.baseUri().toString());
    }

    private void withClient(Sandbox sandbox) {
        environment.remove("SHELFTALLY_PENSA_ACCESSTOKEN");
        environment.put("SHELFTALLY_PENSA_TOKENURL", sandbox.tokenUri().toString());
        environment.put("SHELFTALLY_PENSA_CLIENTID", CLIENT);
        environment.put("SHELFTALLY_PENSA_CLIENTSECRET", CLIENT_SECRET);
    }

    private int run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + home.resolve("tmp"),
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName()));
        command.addAll(List.of("nightly", "--date", DATE, "--captures", "captures.csv", "--scans", "scans.csv"));
        command.addAll(List.of("--out", "out", "--wait", "5s", "--allow-empty"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(home.resolve("stdout").toFile())
                .redirectError(home.resolve("stderr").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        commandLine = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process did not end:\n" + err());
        }
        return process.exitValue();
    }

    private Traces traces() throws IOException {
        return new Traces().files(home).text("the command line", commandLine);
    }

    private String url() {
        return "jdbc:h2:file:" + home.resolve("database");
    }

    private String err() throws IOException {
        return Files.readString(home.resolve("stderr"));
    }

    private String published(String name) throws IOException {
        return Files.readString(home.resolve("out").resolve(DATE).resolve(name));
    }

    private void assertEvidenceIsNamedByWhatIsKept() throws Exception {
        try (Connection connection = DriverManager.getConnection(url(), "sa", PASSWORD);
                ResultSet bodies =
                        connection.createStatement().executeQuery("SELECT sha256, packed FROM evidence_body")) {
            while (bodies.next()) {
                byte[] kept = Packing.unpack(bodies.getBytes("packed"));
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(kept)))
                        .isEqualTo(bodies.getString("sha256"));
            }
        }
    }
}
