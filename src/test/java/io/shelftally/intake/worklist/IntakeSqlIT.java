package io.shelftally.intake.worklist;

import static io.shelftally.intake.worklist.IntakeFixture.A;
import static io.shelftally.intake.worklist.IntakeFixture.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class IntakeSqlIT {

    private static final IntakeRequest NO_FILES = new IntakeRequest(null, null, false);

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final DataSource database = new DriverManagerDataSource(url, "reader", "orchid");
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void bothListsComeFromQueriesOnTheJobsOwnDatabase() {
        jdbc.execute("create table till (capture varchar(30), scan decimal(20, 2), store int)");
        jdbc.update("insert into till values (?, 12, 7), (?, null, null)", A, B);

        WorkList work = read(
                "select store as \"Store_Id\", scan as scan_id, capture as capture_id, 'x' as note from till order by 3",
                "select 5 as scan_id, ' 7' as store_id, cast('dairy' as char(9)) as section");

        assertThat(work.captures()).containsExactly(new CaptureEntry(A, 12L, "7"), new CaptureEntry(B, null, null));
        assertThat(work.scans()).containsExactly(new ScanEntry(5, "7", "dairy"));
        assertThat(work.sources())
                .extracting(InputSource::source, InputSource::rows)
                .containsExactly(tuple("sql:captures", 2), tuple("sql:scans", 1));
    }

    @Test
    void aBadRowIsNamedByItsNumberAndToldAsACsvLineOfTheKnownColumns() {
        jdbc.execute("create table t (n int, note varchar, capture_id varchar, store_id varchar)");
        jdbc.update("insert into t values (1, 'a', ?, 's'), (2, 'b', 'x', 'say \"hi\", all'), (3, 'c', null, null)", A);

        WorkList work = read("select note, store_id, capture_id from t order by n", null);

        assertThat(work.quarantine())
                .extracting(
                        QuarantineRow::source,
                        QuarantineRow::position,
                        QuarantineRow::column,
                        QuarantineRow::code,
                        QuarantineRow::raw)
                .containsExactly(
                        tuple(
                                "sql:captures",
                                "2",
                                "capture_id",
                                QuarantineCode.BAD_CAPTURE_ID,
                                "x,\"say \"\"hi\"\", all\""),
                        tuple("sql:captures", "3", "capture_id", QuarantineCode.BAD_CAPTURE_ID, ","));
    }

    @Test
    void rowsOfNullsAreSkippedAndTheOthersKeepTheirNumbers() {
        jdbc.execute("create table t (n int, capture_id char(30), store_id char(9), note char(3))");
        jdbc.update(
                "insert into t values (1, null, '', null), (2, ?, '7', ''), (3, ' ', ' ', ' '), (4, 'x', '', '')", A);

        WorkList work = read("select capture_id, store_id, note from t order by n", null);

        assertThat(work.captures()).containsExactly(new CaptureEntry(A, null, "7"));
        assertThat(work.sources()).extracting(InputSource::rows).containsExactly(2);
        assertThat(work.quarantine()).extracting(QuarantineRow::position).containsExactly("4");
    }

    @Test
    void blanksOfTheAnswerTakePartInItsLimit() {
        assertRefused(
                "select cast(null as int) as scan_id from system_range(1, 1001)",
                "sql:scans: it holds more than 1000 rows.\nSplit the list, or raise shelftally.intake.max-rows.");
    }

    @Test
    void numbersAreTheirDigits() {
        WorkList work = read(
                null,
                "select cast(1234567890 as double precision) as scan_id, 1.50 as store_id,"
                        + " cast(1e5 as decfloat) as section");

        assertThat(work.scans()).containsExactly(new ScanEntry(1234567890L, "1.5", "100000"));
    }

    @Test
    void theDigestIsThatOfTheRowsAsReadAndHoldsFromRunToRun() {
        String sql = "select 5 as scan_id union all select 6";

        assertThat(read(null, sql).sources().get(0).sha256())
                .isEqualTo(read(null, sql).sources().get(0).sha256())
                .isNotEqualTo(read(null, "select 5 as scan_id").sources().get(0).sha256())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void aFileThatIsNamedGoesBeforeTheQuery(@TempDir Path folder) {
        Path file = new IntakeFixture(folder).file("mine.csv", "scan_id\n8\n");
        Intake intake = new Intake(settings(null, "select 5 as scan_id", null, null), database);

        WorkList work = intake.read(new IntakeRequest(null, file, false));

        assertThat(work.scans()).containsExactly(new ScanEntry(8, null, null));
        assertThat(work.sources())
                .extracting(InputSource::source, InputSource::location)
                .containsExactly(tuple("scans.csv", file.toString()));
    }

    @Test
    void anotherDatabaseIsAskedWhereTheSettingsNameOne() {
        jdbc.execute("create table elsewhere as select 9 as scan_id");
        Intake intake =
                new Intake(settings(null, "select * from elsewhere", url, "orchid"), new SimpleDriverDataSource());

        assertThat(intake.read(NO_FILES).scans()).containsExactly(new ScanEntry(9, null, null));
    }

    @Test
    void anAnswerWithoutRowsOrWithoutTheIdIsRefused() {
        assertRefused(
                "select 5 as scan_id where false",
                "sql:scans: it holds no rows.\nAsk its sender for the whole list, "
                        + "or add --allow-empty if there is nothing to do.");
        assertRefused(
                "select 5 as id",
                "sql:scans: the header has no column scan_id, only \"ID\".\n"
                        + "Let the first row name the columns, scan_id among them.");
        assertRefused(
                "select 5 as scan_id, 6 as \"scan_id\"",
                "sql:scans: the header has the column \"scan_id\" twice.\nLeave one of the two.");
    }

    @Test
    void aQueryThatFailsIsRefusedInTheWordsOfTheDatabase() {
        assertRefused(
                "select 5 as scan_id from nowhere",
                "sql:scans: the query failed (SQLState 42S04): Table \"NOWHERE\" not found (this database is empty).\n"
                        + "Mend shelftally.intake.scans-sql or the database it is asked of.");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsRefusedWithoutItsUrlOrPassword() {
        Intake intake =
                new Intake(settings(null, "select 1 as scan_id", "jdbc:nothing:x;PASSWORD=tulip", "orchid"), database);

        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> intake.read(NO_FILES))
                .withMessage("sql:scans: no connection to the database (SQLState 08001).\n"
                        + "Mend shelftally.intake.scans-sql or the database it is asked of.");
    }

    private void assertRefused(String scansSql, String message) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> read(null, scansSql))
                .withMessage(message);
    }

    private WorkList read(@Nullable String capturesSql, @Nullable String scansSql) {
        return new Intake(settings(capturesSql, scansSql, null, null), database).read(NO_FILES);
    }

    private static IntakeSettings settings(
            @Nullable String capturesSql, @Nullable String scansSql, @Nullable String url, @Nullable String password) {
        return new IntakeSettings(
                BigDecimal.ONE, 1000, 1000, 10_000, UuidIds.REFUSE, capturesSql, scansSql, url, "reader", password);
    }
}
