package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.OnPostgresql;
import io.shelftally.database.TestDatabase;
import io.shelftally.job.connections.Tables;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.torture.FirstRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command move, from an H2 file to PostgreSQL: nights go on there as they would have gone on in H2. */
@OnPostgresql
@Timeout(180)
class MoveIT {

    private static final List<LocalDate> DATES = Stream.iterate(LocalDate.parse("2026-11-01"), date -> date.plusDays(1))
            .limit(6)
            .toList();

    private final Story story = new Story(11, DATES);

    @TempDir
    private Path place;

    private Path home = Path.of("");
    private Desk here = new Desk(home);
    private Desk there = new Desk(home);
    private String to = "";

    @BeforeEach
    void begin() throws IOException {
        home = Files.createDirectories(place.resolve("here"));
        to = TestDatabase.url(home);
        here = new Desk(home).set("spring.datasource.url", h2(home));
        there = new Desk(home);
    }

    @Test
    void nightsGoOnInPostgresqlAsTheyWouldHaveGoneOnInH2() throws Exception {
        nights(here, 0, 4);
        byte[] before = Files.readAllBytes(home.resolve("database.mv.db"));

        InProcess.Ended moved = here.run("move", "--to", to);

        assertThat(moved.code()).as(moved.err()).isZero();
        assertThat(moved.out())
                .startsWith("moved ")
                .contains(" from " + h2(home) + " to " + to.replaceFirst("\\?.*", "") + "\n")
                .containsPattern("\nevidence_body +[0-9]+ +[0-9a-f]{16}\n")
                .contains("Every table holds there what it held here")
                .contains("The night of 2026-11-04, replayed there, has the bytes that were published.")
                .contains("From now on, set spring.datasource.url to jdbc:postgresql:");
        assertThat(home.resolve("database.mv.db")).hasBinaryContent(before);

        Desk compared = new Desk(place.resolve("compared")).set("spring.datasource.url", h2(place.resolve("compared")));
        nights(compared, 0, 6);
        nights(there, 4, 6);
        for (LocalDate date : DATES) {
            assertThat(there.published(date.toString()).evidence())
                    .as("%s", date)
                    .isEqualTo(compared.published(date.toString()).evidence());
        }
        assertThat(there.run("replay", "--date", "2026-11-02").out()).contains("the same bytes as published");
    }

    @Test
    void everyRowIsThereAndEveryNumberGoesOn() {
        FirstRelease.restore(h2(home));

        assertThat(here.run("move", "--to", to, "--quiet", "--json").out())
                .contains("\"latest\" : \"2026-11-01\"", "\"replayed\" : \"unknown\"", "\"evidence_body\" : {");

        assertThat(TestDatabase.rows(to))
                .anyMatch(row -> row.startsWith("batch_step_execution "))
                .anyMatch(row -> row.startsWith("capture_row "));
        assertThat(there.database().queryForObject("SELECT nextval('batch_job_instance_seq')", Long.class))
                .isEqualTo(2);
        assertThat(there.database()
                        .queryForObject(
                                "INSERT INTO export_version (business_date, state, created_at) VALUES (CURRENT_DATE,"
                                        + " 'BUILDING', CURRENT_TIMESTAMP) RETURNING export_id",
                                Long.class))
                .isGreaterThan(there.database()
                        .queryForObject("SELECT MAX(export_id) FROM export_version WHERE version = 1", Long.class));
    }

    @Test
    void nothingIsMovedIntoTablesThatHoldRows() {
        FirstRelease.restore(h2(home));
        assertThat(here.run("move", "--to", to).code()).isZero();
        List<String> rows = TestDatabase.rows(to);

        InProcess.Ended again = here.run("move", "--to", to);

        assertThat(again.code()).isEqualTo(73);
        assertThat(again.err()).contains("holds 1 rows already: name a database of its own");
        assertThat(TestDatabase.rows(to)).isEqualTo(rows);
    }

    @Test
    void aMoveThatFailsInItsMidstLeavesNoRow() throws Exception {
        FirstRelease.restore(h2(home));
        Tables.of(new DriverManagerDataSource(to), true).migrate();
        there.database().execute("ALTER TABLE scan_item ADD CONSTRAINT no_rows CHECK (FALSE)");

        assertThat(here.run("move", "--to", to).code()).isEqualTo(70);

        assertThat(TestDatabase.rows(to)).allMatch(MoveIT::isOfMigrations);
        there.database().execute("ALTER TABLE scan_item DROP CONSTRAINT no_rows");
        assertThat(here.run("move", "--to", to).code()).isZero();
    }

    @Test
    void aRowThatIsOtherwiseThereIsFound() {
        nights(here, 0, 1);
        Tables.of(new DriverManagerDataSource(to), true).migrate();
        there.database()
                .execute("CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN NEW.descriptor_sha256 = repeat(''0'', 64); RETURN NEW; END'");
        there.database()
                .execute("CREATE TRIGGER other BEFORE INSERT ON export_version FOR EACH ROW EXECUTE FUNCTION other()");

        InProcess.Ended moved = here.run("move", "--to", to);

        assertThat(moved.code()).isEqualTo(70);
        assertThat(moved.err())
                .contains("the table export_version has 1 rows in H2 and 1 in PostgreSQL, or they differ");
        assertThat(TestDatabase.rows(to)).allMatch(MoveIT::isOfMigrations);
    }

    @Test
    void aNightThatDoesNotComeOutAsItWasPublishedIsToldOf() {
        nights(here, 0, 1);
        new JdbcTemplate(new DriverManagerDataSource(h2(home)))
                .execute("UPDATE export_version SET descriptor_sha256 = REPEAT('0', 64)");

        InProcess.Ended moved = here.run("move", "--to", to);

        assertThat(moved.code()).isEqualTo(65);
        assertThat(moved.out())
                .contains("has NOT the bytes that were published")
                .contains("Keep it in the settings: see what jobs/shelftally replay --date 2026-11-01 says");
    }

    @Test
    void aPasswordComesFromAFile() throws Exception {
        FirstRelease.restore(h2(home));
        Path secret = Files.writeString(place.resolve("password"), "sesame\n");
        String url = to.replaceFirst("\\?.*", "");

        InProcess.Ended moved =
                here.run("move", "--to", url, "--username", "postgres", "--password-file", secret.toString());

        assertThat(moved.code()).as(moved.err()).isZero();
        assertThat(here.run(
                                "move",
                                "--to",
                                url,
                                "--password-file",
                                place.resolve("none").toString())
                        .code())
                .isEqualTo(64);
        assertThat(here.run("move", "--to", url, "--username", "nobody-of-here").err())
                .contains("nobody-of-here")
                .contains("for the database " + url);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/tmp/other, 64, --to must be a URL that begins with jdbc:postgresql:",
        "jdbc:postgresql://127.0.0.1:1/nights, 65, there is no database"
    })
    void whatCannotBeMovedIsTold(String url, int code, String told) {
        InProcess.Ended moved = here.run("move", "--to", url);

        assertThat(moved.code()).isEqualTo(code);
        assertThat(moved.err()).contains(told);
        assertThat(home).isEmptyDirectory();
        assertThat(there.run("move", "--to", to).err()).contains("is no H2 file");
    }

    private void nights(Desk desk, int first, int end) {
        for (int night = first; night < end; night++) {
            try (Sandbox sandbox = story.world(night).start()) {
                story.lists(desk, night).facing(sandbox);
                InProcess.Ended ended = desk.night(story.date(night), "--wait", "1s");
                assertThat(ended.code()).as(ended.err()).isZero();
            }
        }
    }

    private static String h2(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("database");
    }

    private static boolean isOfMigrations(String row) {
        return row.startsWith("flyway_schema_history ") || row.startsWith("block_position ");
    }
}
