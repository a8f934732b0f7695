package io.shelftally.publication.twins;

import io.shelftally.publication.export.CsvFile;
import io.shelftally.publication.export.CsvSink;
import io.shelftally.publication.export.DataPackage;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.ColumnType;
import io.shelftally.publication.results.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Columns as exports have them, filled with what tools like to change; written by the code that writes exports. */
final class Probe {

    static final String TEXT = "Cola, \"12 oz\"\nnew recipe ";

    private static final List<String> NAMES =
            List.of("gtin", "section", "brand", "scan_id", "seen", "facings", "created", "product_name");

    private static final List<ColumnType> TYPES = List.of(
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.INTEGER,
            ColumnType.BOOLEAN,
            ColumnType.INTEGER,
            ColumnType.INSTANT,
            ColumnType.TEXT);

    private static final List<@Nullable Object[]> ROWS = List.of(
            new @Nullable Object[] {
                "00012000042737", "01", "NA", (1L << 53) + 1, true, null, Instant.parse("2026-11-21T20:00:00.5Z"), TEXT
            },
            new @Nullable Object[] {
                "00000000000017", "02", null, null, null, null, Instant.parse("2026-11-21T20:00:01Z"), "=1+1"
            });

    private Probe() {}

    /** {@code probe} with two rows and {@code header} with none, each as CSV, Parquet and spreadsheet; and what describes them. */
    static void write(Path folder) throws IOException {
        List<CsvFile> files = List.of(write("probe", ROWS, folder), write("header", List.of(), folder));
        Files.writeString(
                folder.resolve("datapackage.json"),
                new DataPackage(files, List.of()).json(LocalDate.of(2026, 11, 21), true));
    }

    private static CsvFile write(String name, List<@Nullable Object[]> rows, Path folder) {
        Dataset<@Nullable Object[]> dataset = new Dataset<>(
                name,
                "One column of each kind.",
                IntStream.range(0, NAMES.size()).mapToObj(Probe::column).toList(),
                List.of("gtin"));
        CsvSink<@Nullable Object[]> csv = new CsvSink<>(dataset, folder, true);
        try (csv;
                Twins<@Nullable Object[]> twins = new Twins<>(dataset, EnumSet.allOf(Twin.class), folder, folder)) {
            for (@Nullable Object[] row : rows) {
                csv.write(row);
                twins.write(row);
            }
        }
        return csv.file();
    }

    private static Column<@Nullable Object[]> column(int at) {
        return new Column<>(NAMES.get(at), TYPES.get(at), at == 0, "A column.", List.of(), row -> row[at]);
    }
}
