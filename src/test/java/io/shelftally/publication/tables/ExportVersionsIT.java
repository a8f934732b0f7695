package io.shelftally.publication.tables;

import static io.shelftally.publication.results.Rows.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.publication.results.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExportVersionsIT {

    private static final Path DIR = Path.of("out", ".versions", "2026-11-22", "1");

    private final ResultsDatabase database = new ResultsDatabase();
    private final ExportVersions versions = database.versions();
    private final CaptureRows captures = new CaptureRows(database.jdbc, database.unguarded());

    @Test
    void anExportThatIsBeingBuiltIsNotShown() {
        int export = versions.begin(NIGHT, ResultsDatabase.RULES);
        captures.insert(export, List.of(Rows.unknownCapture(Rows.FIRST_ID)));

        assertThat(database.count("capture")).isZero();
        assertThat(versions.current(NIGHT)).isEmpty();
    }

    @Test
    void aPublishedExportIsShown() {
        int export = versions.begin(NIGHT, ResultsDatabase.RULES);
        captures.insert(export, List.of(Rows.unknownCapture(Rows.FIRST_ID)));

        versions.publish(export, 1, DIR, ResultsDatabase.DESCRIPTOR);

        assertThat(versions.current(NIGHT)).contains(new ExportVersion(export, NIGHT, 1, DIR));
        assertThat(database.query("SELECT business_date, capture_id FROM capture"))
                .containsExactly(List.of("2026-11-22", Rows.FIRST_ID));
        assertThat(database.query("SELECT state, created_at, published_at FROM export_version"))
                .containsExactly(List.of("PUBLISHED", "2026-11-23T04:05:06Z", "2026-11-23T04:05:06Z"));
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOneBefore() {
        int first = published(1, Rows.FIRST_ID);
        int second = published(2, Rows.SECOND_ID);

        assertThat(versions.current(NIGHT)).map(ExportVersion::exportId).contains(second);
        assertThat(database.query("SELECT capture_id FROM capture")).containsExactly(List.of(Rows.SECOND_ID));
        assertThat(database.query("SELECT export_id FROM export_version WHERE state = 'SUPERSEDED'"))
                .containsExactly(List.of(Integer.toString(first)));
    }

    @Test
    void theRowsOfASupersededExportCanBeDeleted() {
        published(1, Rows.FIRST_ID);
        int second = published(2, Rows.SECOND_ID);

        versions.deleteSuperseded();

        assertThat(database.query("SELECT export_id FROM capture_row"))
                .containsExactly(List.of(Integer.toString(second)));
        assertThat(database.count("export_version")).isEqualTo(2);
    }

    @Test
    void anotherAttemptDiscardsWhatAnUnfinishedOneOfAnyDateLeftBehind() {
        int left = versions.begin(NIGHT, ResultsDatabase.RULES);
        fillEveryTable(left);

        int export = versions.begin(NIGHT.plusDays(1), ResultsDatabase.RULES);

        assertThat(database.query("SELECT export_id FROM export_version ORDER BY export_id"))
                .containsExactly(List.of(Integer.toString(export)));
        assertThat(List.of(
                        "reconciled_item_row",
                        "reconciled_block",
                        "scan_row",
                        "capture_row",
                        "break_row",
                        "quarantine_row"))
                .allSatisfy(table -> assertThat(database.count(table)).as(table).isZero());
    }

    @Test
    void manyRowsAreDeletedAFewAtATime() {
        int export = versions.begin(NIGHT, ResultsDatabase.RULES);
        captures.insert(
                export,
                IntStream.range(0, 12_345)
                        .mapToObj(number -> Rows.unknownCapture("capture" + number))
                        .toList());

        versions.discard(export);

        assertThat(database.count("capture_row")).isZero();
    }

    @Test
    void aPublishedExportCannotBeDiscardedOrPublishedAgain() {
        int export = published(1, Rows.FIRST_ID);

        assertThatThrownBy(() -> versions.discard(export)).hasMessageContaining("is not being built");
        assertThatThrownBy(() -> versions.publish(export, 2, DIR, ResultsDatabase.DESCRIPTOR))
                .hasMessageContaining("is not being built");
        assertThat(versions.current(NIGHT)).map(ExportVersion::version).contains(1);
        assertThat(database.count("capture")).isEqualTo(1);
    }

    @Test
    void anExportTellsHowItWasMade() {
        int export = versions.begin(NIGHT, "a=1\n");
        versions.publish(export, 1, DIR, "hash");

        assertThat(versions.madeBy(export))
                .isEqualTo(new ExportVersions.Making(Optional.of("a=1\n"), Optional.of("hash")));
    }

    @Test
    void anExportWhoseFilesCameOutAgainCountsAsMadeByTheLatestRules() {
        int export = versions.begin(NIGHT, "a=1\n");
        versions.publish(export, 1, DIR, "hash");

        versions.confirm(export, versions.begin(NIGHT, "a=2\n"), "hash");

        assertThat(versions.madeBy(export).rules()).contains("a=2\n");
        assertThat(database.query("SELECT export_id FROM export_version"))
                .containsExactly(List.of(Integer.toString(export)));
    }

    @Test
    void theNightBeforeIsTheLatestPublishedOne() {
        int twoBefore = publishedOn(2);
        publishedOn(3);
        versions.begin(NIGHT.minusDays(1), ResultsDatabase.RULES);
        publishedOn(0);

        assertThat(versions.previousPublished(NIGHT))
                .map(ExportVersion::exportId)
                .contains(twoBefore);
        assertThat(versions.previousPublished(NIGHT.minusDays(3))).isEmpty();
    }

    private int published(int version, String captureId) {
        int export = versions.begin(NIGHT, ResultsDatabase.RULES);
        captures.insert(export, List.of(Rows.unknownCapture(captureId)));
        versions.publish(export, version, DIR, ResultsDatabase.DESCRIPTOR);
        return export;
    }

    private int publishedOn(int nightsBefore) {
        int export = versions.begin(NIGHT.minusDays(nightsBefore), ResultsDatabase.RULES);
        versions.publish(export, 1, DIR, ResultsDatabase.DESCRIPTOR);
        return export;
    }

    private void fillEveryTable(int export) {
        GuardedTransactions transactions = database.unguarded();
        try (ReconciledRowWriter rows = new ReconciledRows(database.jdbc, transactions).write(export)) {
            rows.accept(Rows.confirmed(1));
        }
        new ScanRows(database.jdbc, transactions).insert(export, List.of(Rows.reported(1)));
        captures.insert(export, List.of(Rows.unknownCapture(Rows.FIRST_ID)));
        new BreakRows(database.jdbc, transactions).insert(export, List.of(Rows.open("S1/4", Rows.COLA)));
        new QuarantineRows(database.jdbc, transactions).insert(export, List.of(Rows.setAside("scans.csv", "2")));
    }
}
