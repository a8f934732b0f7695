package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a night ends that cannot be published (exports contract, section 3). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExitCodesIT {

    private static final String DATE = "2026-11-02";

    private final Sandbox sandbox = new WorldText()
            .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}")
            .capture(Ids.id("c1"), "'code': '00013562302284'")
            .start();

    private Desk desk = new Desk(Path.of("unset"));
    private Path home = Path.of("unset");

    @BeforeEach
    void setUp(@TempDir Path directory) {
        home = directory;
        desk = fresh("home");
    }

    private Desk fresh(String name) {
        return new Desk(home.resolve(name))
                .facing(sandbox)
                .scans("scan_id", "1")
                .captures("capture_id,scan_id", Ids.id("c1") + ",1");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nights 3",
                "--wait soon",
                "--wait 30",
                "--max-retries -1",
                "--max-retries x",
                "--date 2026-02-30",
                "--date ../../planted",
                "extra"
            })
    void aWrongOptionIsAMatterOfUsage(String options) {
        fails(64, () -> desk.night(DATE, options.split(" ")), "--help");
    }

    @Test
    void aMissingOptionOrCommandIsAMatterOfUsage() {
        fails(64, () -> desk.run("nightly", "--date", DATE), "--out");
        fails(64, () -> desk.run("nihgtly"), "nihgtly");
        assertThat(desk.run().code()).isEqualTo(64);
        fails(64, () -> desk.run("--date", DATE), "--date");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shelftally.closient.api-key||SHELFTALLY_CLOSIENT_APIKEY",
                "shelftally.pensa.base-url||SHELFTALLY_PENSA_BASEURL",
                "shelftally.pensa.username||SHELFTALLY_PENSA_USERNAME",
                "shelftally.pensa.access-token||access-token",
                "shelftally.pensa.base-url|http://pensa.example.com|https",
                "shelftally.closient.base-url|http://closient.example.com|https",
                "shelftally.pensa.base-url|http://10.0.0.1:8080|https",
                "shelftally.closient.base-url|closient.example.com|base-url",
                "shelftally.closient.base-url|http://exa mple|base-url",
                "shelftally.pensa.base-url|ftp://127.0.0.1|base-url",
                "shelftally.closient.per-minute|many|per-minute",
                "shelftally.closient.per-minute|-1|per-minute",
                "shelftally.closient.per-day|-5|per-day",
                "shelftally.closient.reserve|2|reserve",
                "shelftally.closient.in-flight|0|in-flight",
                "shelftally.pensa.in-flight|x|in-flight",
                "shelftally.pensa.status-batch|0|status-batch",
                "shelftally.pensa.zone|Nowhere/City|zone",
                "shelftally.zone|Nowhere/City|zone",
                "shelftally.poll.first|soon|poll.first",
                "shelftally.poll.first|-1s|poll.first",
                "shelftally.poll.longest|0s|poll.longest",
                "shelftally.retry.attempts|0|retry.attempts",
                "shelftally.retry.first|x|retry.first",
                "shelftally.http.read-timeout|0s|read-timeout",
                "shelftally.http.max-body|big|max-body",
                "shelftally.coverage.scans-answered|1.5|scans-answered",
                "shelftally.matching.nights|-1|nights",
                "shelftally.matching.variable-weight|21IIIIIXXXXXC,21IIIII|variable-weight[1] must be patterns of 13 characters",
                "shelftally.matching.variable-weight|IIIIIIIXXXXXC|variable-weight",
                "shelftally.intake.max-bad-share|half|max-bad-share",
                "shelftally.intake.uuid-ids|accept|shelftally.intake.uuid-ids must be one of refuse, convert",
                "shelftally.intake.uuid-ids||shelftally.intake.uuid-ids must be one of refuse, convert",
                "shelftally.retry.first||shelftally.retry",
                "shelftally.http.read-timeout||shelftally.http",
                "spring.datasource.url|jdbc:nosuch:x|datasource",
                "spring.datasource.url||datasource",
                "spring.config.import|configtree:/no/such/folder/|/no/such/folder",
            })
    void aBadSettingIsNamed(String setting, String value, String part) {
        desk.set(setting, Objects.toString(value, ""));

        fails(78, () -> desk.night(DATE), part);
    }

    @Test
    void aSecretIsNeverShown() {
        desk.set("shelftally.closient.api-key", "sesame\n").set("shelftally.pensa.access-token", "tell\u0001me");

        Captured<InProcess.Ended> ended = Captured.of(() -> desk.night(DATE));

        assertThat(ended.value().code()).isEqualTo(78);
        assertThat(ended.value().err() + ended.err()).doesNotContain("sesame", "tell");
    }

    @Test
    void aVendorOutOfReachIsUnavailable() {
        desk.set("shelftally.pensa.base-url", "http://127.0.0.1:1");
        fails(69, () -> desk.night(DATE, "--wait", "300ms"), "0 of 1 scans", "Run again later");

        desk = fresh("other").set("shelftally.closient.base-url", "http://127.0.0.1:1");
        fails(69, () -> desk.night(DATE, "--wait", "300ms"), "0 of 1 captures");
    }

    @Test
    void credentialsThatAreRefusedEndTheRun() {
        desk.set("shelftally.closient.api-key", "wrong");
        fails(77, () -> desk.night(DATE), "Closient");

        desk = fresh("token").set("shelftally.pensa.access-token", "wrong");
        fails(77, () -> desk.night(DATE), "token");

        desk = fresh("user").set("shelftally.pensa.username", "wrong");
        fails(77, () -> desk.night(DATE), "token");

        desk = fresh("client")
                .unset("shelftally.pensa.access-token")
                .set("shelftally.pensa.token-url", sandbox.tokenUri().toString())
                .set("shelftally.pensa.client-id", "sandbox-client")
                .set("shelftally.pensa.client-secret", "wrong");
        fails(77, () -> desk.night(DATE), "client");

        desk.set("shelftally.pensa.client-secret", "sandbox-secret");
        assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();
        assertThat(desk.published(DATE).captures().get(Ids.id("c1"))).containsEntry("outcome", "RECONCILED");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsToldOf() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        fails(73, () -> desk.night(DATE, "--out", file.toString()), file.toString());
        fails(73, () -> desk.night(DATE, "--out", file.resolve("below").toString()), "file");
    }

    @Test
    void aPlaceThatCannotBePublishedToIsRefusedBeforeAnyCall() throws IOException {
        Files.createDirectories(desk.out().resolve(DATE));
        int calls = sandbox.journal().entries().size();

        fails(73, () -> desk.night(DATE), DATE);
        assertThat(sandbox.journal().entries()).hasSize(calls);
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsToldOf() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        desk.set("spring.datasource.url", "jdbc:h2:file:" + file.resolve("database"));
        fails(73, () -> desk.night(DATE), "spring.datasource.url");

        Files.writeString(home.resolve("junk.mv.db"), "no database");
        desk.set("spring.datasource.url", "jdbc:h2:file:" + home.resolve("junk"));
        fails(73, () -> desk.night(DATE), "spring.datasource.url");
    }

    @Test
    void whatNobodyExpectedIsToldWithItsTrace() {
        assertThat(desk.captures("capture_id")
                        .scans("scan_id")
                        .night("2026-11-01", "--allow-empty")
                        .code())
                .isZero();
        desk = fresh("home");
        desk.database().execute("DROP TABLE scan_guid");

        Captured<InProcess.Ended> ended = Captured.of(() -> desk.night(DATE));

        assertThat(ended.value().code()).isEqualTo(70);
        assertThat(ended.value().err()).contains("unexpected error", "report it");
        assertThat(desk.published(DATE).exists()).isFalse();
    }

    @Test
    void whatFailsOnceANightIsPublishedIsAWarning() {
        assertThat(desk.night(DATE).code()).isZero();
        desk.database().execute("""
                CREATE TABLE keepsake (export_id INTEGER NOT NULL, scan_id BIGINT NOT NULL,
                    FOREIGN KEY (export_id, scan_id) REFERENCES scan_row (export_id, scan_id))
                """);
        desk.database().execute("INSERT INTO keepsake SELECT export_id, scan_id FROM scan_row");
        desk.captures("capture_id");

        InProcess.Ended ended = desk.night(DATE, "--allow-empty");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("published version 2");
        assertThat(desk.published(DATE).captures()).isEmpty();
    }

    @Test
    void aQuotaThatIsSpentBeforeAnythingIsDoneIsToTryLater() {
        try (Sandbox spent = new WorldText()
                .capture(Ids.id("c1"), "")
                .limits(new Limits(0, 5, 5, 100, java.time.Duration.ofHours(1)))
                .start()) {
            desk.facing(spent).scans("scan_id");

            fails(75, () -> desk.night(DATE, "--allow-empty", "--wait", "2s"), "quota");
        }
    }

    @Test
    void tenReportsWithoutAnySeenItemAreNoNight() {
        WorldText world = new WorldText();
        String[] lines =
                IntStream.rangeClosed(1, 10).mapToObj(Integer::toString).toArray(String[]::new);
        IntStream.rangeClosed(1, 10)
                .forEach(id -> world.scan(id, "'report': {'ITEMS_SEEN': [], 'OOS': ['00013562302284']}"));
        try (Sandbox empty = world.start()) {
            desk.facing(empty)
                    .scans(Stream.concat(Stream.of("scan_id"), Stream.of(lines)).toArray(String[]::new));

            fails(69, () -> desk.night(DATE, "--captures", emptyList(), "--allow-empty"), "ITEMS_SEEN");

            desk = fresh("nine")
                    .facing(empty)
                    .scans(Stream.concat(Stream.of("scan_id"), Stream.of(lines).limit(9))
                            .toArray(String[]::new));
            assertThat(desk.night("2026-11-03", "--captures", emptyList(), "--allow-empty")
                            .code())
                    .isZero();
        }
    }

    @Test
    void tooFewAnswersAreNoNight() {
        try (Sandbox silent = new WorldText()
                .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284']}")
                .scan(2, "'progression': [null]")
                .scan(3, "'progression': [null]")
                .start()) {
            desk.facing(silent).captures("capture_id").scans("scan_id", "1", "2", "3");

            fails(69, () -> desk.night(DATE, "--wait", "300ms", "--allow-empty"), "1 of 3 scans");

            desk.scans("scan_id", "1", "2");
            assertThat(desk.night(DATE, "--wait", "300ms", "--allow-empty").code())
                    .isZero();
        }
    }

    private String emptyList() {
        try {
            return Files.writeString(home.resolve("empty.csv"), "").toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void fails(int code, Supplier<InProcess.Ended> night, String... parts) {
        Captured<InProcess.Ended> ended = Captured.of(night);

        assertThat(ended.value().err()).contains(List.of(parts)).doesNotContain("\tat ");
        assertThat(ended.err()).doesNotContain("\tat ");
        assertThat(ended.value().code()).isEqualTo(code);
        assertThat(desk.published(DATE).exists()).isFalse();
    }
}
