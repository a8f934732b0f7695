package io.shelftally.publication.twins;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.product.Gtin;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinsTests {

    private static final List<ReconciledRow> ROWS =
            List.of(Rows.confirmed(7), Rows.notSeen(7), Rows.notCaptured(8, new Gtin("00012000042744")));

    @TempDir
    Path directory;

    @Test
    void theParquetFileHasTheTypesOfTheDatasetAndTheEmptyCellsAreNull() throws SQLException {
        write(Set.of(Twin.PARQUET), "a", ROWS);

        assertThat(DuckDb.rows(String.format(
                        Locale.ROOT,
                        "SELECT column_name, column_type, \"null\" FROM (DESCRIBE FROM '%s') LIMIT 9",
                        directory.resolve("a/reconciled_items.parquet"))))
                .containsExactly(
                        "business_date DATE YES",
                        "store_id VARCHAR YES",
                        "section VARCHAR YES",
                        "scan_id BIGINT YES",
                        "gtin VARCHAR YES",
                        "verdict VARCHAR YES",
                        "captured BOOLEAN YES",
                        "seen BOOLEAN YES",
                        "out_of_stock BOOLEAN YES");
        assertThat(DuckDb.rows(String.format(Locale.ROOT, """
                        SELECT business_date, scan_id, gtin, verdict, seen, out_of_stock, brand, facings, duplicate_count
                        FROM '%s'
                        """, directory.resolve("a/reconciled_items.parquet"))))
                .containsExactly(
                        "2026-11-22 7 00012000042737 CONFIRMED true false PepsiCo 4 1",
                        "2026-11-22 7 00013562002214 CAPTURED_NOT_SEEN false null null null null",
                        "2026-11-22 8 00012000042744 SEEN_NOT_CAPTURED true false PepsiCo null 0");
    }

    @Test
    void theSameRowsAreTheSameBytesInEveryZoneAndLanguage() throws IOException {
        write(EnumSet.allOf(Twin.class), "a", ROWS);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Africa/Cairo"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            write(EnumSet.allOf(Twin.class), "b", ROWS);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }

        for (Twin twin : Twin.values()) {
            String name = twin.fileName(Datasets.RECONCILED_ITEMS);
            assertThat(directory.resolve("a").resolve(name))
                    .hasSameBinaryContentAs(directory.resolve("b").resolve(name));
        }
        assertThat(directory.resolve("work")).isEmptyDirectory();
    }

    @Test
    void whatIsToldOfAFileIsWhatItHolds() throws IOException {
        List<TwinFile> files = write(EnumSet.allOf(Twin.class), "a", ROWS);

        assertThat(files)
                .extracting(TwinFile::name)
                .containsExactly("reconciled_items.parquet", "reconciled_items.xlsx");
        for (TwinFile file : files) {
            Path path = directory.resolve("a").resolve(file.name());
            assertThat(file.bytes()).isEqualTo(Files.size(path));
            assertThat(file.sha256()).isEqualTo(io.shelftally.base.digest.Sha256.ofFile(path));
        }
    }

    @Test
    void aNightWithoutRowsHasItsColumnsAllTheSame() throws SQLException {
        write(EnumSet.allOf(Twin.class), "a", List.of());

        assertThat(DuckDb.rows(String.format(
                        Locale.ROOT, "SELECT count(*) FROM '%s'", directory.resolve("a/reconciled_items.parquet"))))
                .containsExactly("0");
    }

    private List<TwinFile> write(Set<Twin> formats, String name, List<ReconciledRow> rows) {
        try {
            Path work = Files.createDirectories(directory.resolve("work"));
            Twins<ReconciledRow> twins = new Twins<>(
                    Datasets.RECONCILED_ITEMS, formats, Files.createDirectories(directory.resolve(name)), work);
            try (twins) {
                rows.forEach(twins::write);
            }
            return twins.files();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
