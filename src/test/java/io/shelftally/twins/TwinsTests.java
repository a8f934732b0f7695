package io.shelftally.twins;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.export.CellText;
import io.shelftally.product.Gtin;
import io.shelftally.results.Datasets;
import io.shelftally.results.ReconciledRow;
import io.shelftally.results.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

        assertThat(DuckDb.rows("SELECT column_name, column_type, \"null\" FROM (DESCRIBE FROM '%s') LIMIT 9"
                        .formatted(directory.resolve("a/reconciled_items.parquet"))))
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
        assertThat(DuckDb.rows("""
                        SELECT business_date, scan_id, gtin, verdict, seen, out_of_stock, brand, facings, duplicate_count
                        FROM '%s'
                        """.formatted(directory.resolve("a/reconciled_items.parquet"))))
                .containsExactly(
                        "2026-11-22 7 00012000042737 CONFIRMED true false PepsiCo 4 1",
                        "2026-11-22 7 00013562002214 CAPTURED_NOT_SEEN false null null null null",
                        "2026-11-22 8 00012000042744 SEEN_NOT_CAPTURED true false PepsiCo null 0");
    }

    @Test
    void theSpreadsheetKeepsTheZerosOfItsGtins() throws IOException {
        write(Set.of(Twin.XLSX), "a", ROWS);

        String sheet = Xlsx.part(directory.resolve("a/reconciled_items.xlsx"), "xl/worksheets/sheet1.xml");

        assertThat(sheet)
                .contains("t=\"inlineStr\"><is><t>00012000042737</t></is></c>")
                .contains("<c r=\"G2\" t=\"b\"><v>1</v></c>")
                .contains("<c r=\"D2\" t=\"n\"><v>7</v></c>");
    }

    @Test
    void theSameRowsAreTheSameBytesAtAnyTime() throws IOException {
        write(EnumSet.allOf(Twin.class), "a", ROWS);
        write(EnumSet.allOf(Twin.class), "b", ROWS);

        for (Twin twin : Twin.values()) {
            String name = twin.fileName(Datasets.RECONCILED_ITEMS);
            assertThat(directory.resolve("a").resolve(name))
                    .hasSameBinaryContentAs(directory.resolve("b").resolve(name));
        }
        assertThat(Xlsx.part(directory.resolve("a/reconciled_items.xlsx"), "docProps/core.xml"))
                .contains(">1980-01-01T00:00:00Z<");
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
            assertThat(file.sha256()).isEqualTo(io.shelftally.digest.Sha256.ofFile(path));
        }
    }

    @Test
    void aFullSheetIsFollowedByAnother() throws IOException {
        Path path = directory.resolve("small.xlsx");
        try (XlsxSink<ReconciledRow> sink =
                new XlsxSink<>(Datasets.RECONCILED_ITEMS, path, directory.resolve("draft"), new CellText(true), 3)) {
            ROWS.forEach(sink::write);
        }

        assertThat(Xlsx.part(path, "xl/workbook.xml"))
                .contains("name=\"reconciled_items\"", "name=\"reconciled_items 2\"");
        assertThat(Xlsx.part(path, "xl/worksheets/sheet2.xml"))
                .contains("<row r=\"1\">", ">business_date<", "<row r=\"2\">", "00012000042744")
                .doesNotContain("<row r=\"3\">");
    }

    @Test
    void aNightWithoutRowsHasItsColumnsAllTheSame() throws SQLException {
        write(EnumSet.allOf(Twin.class), "a", List.of());

        assertThat(DuckDb.rows("SELECT count(*) FROM '%s'".formatted(directory.resolve("a/reconciled_items.parquet"))))
                .containsExactly("0");
    }

    private List<TwinFile> write(Set<Twin> formats, String name, List<ReconciledRow> rows) {
        try {
            Path work = Files.createDirectories(directory.resolve("work"));
            Twins<ReconciledRow> twins = new Twins<>(
                    Datasets.RECONCILED_ITEMS,
                    formats,
                    Files.createDirectories(directory.resolve(name)),
                    work,
                    new CellText(true));
            try (twins) {
                rows.forEach(twins::write);
            }
            return twins.files();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
