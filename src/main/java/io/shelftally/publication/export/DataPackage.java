package io.shelftally.publication.export;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Describes the files of a night as a Data Package, version 2 (datapackage.org/standard), that readers of version 1 take as
 * well: a function of their bytes and columns alone, with no time and no version in it. The CSV files are its tables.
 */
public final class DataPackage {
    static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private static final String DESCRIPTION =
            "If spreadsheetSafe is true, an apostrophe stands before each text of the CSV files that a spreadsheet would"
                    + " run as a formula. Files of other formats run no text, and keep it as it came.";

    private final List<CsvFile> files;
    private final List<ForeignKey> foreignKeys;
    private final List<TwinResource> twins;

    /** Of the CSV files alone; throws as the other one does. */
    public DataPackage(List<CsvFile> files, List<ForeignKey> foreignKeys) {
        this(files, foreignKeys, List.of());
    }

    /** @throws IllegalArgumentException if a foreign key names a column that none of the files has */
    public DataPackage(List<CsvFile> files, List<ForeignKey> foreignKeys, List<TwinResource> twins) {
        this.files = List.copyOf(files);
        this.foreignKeys = List.copyOf(foreignKeys);
        this.twins = List.copyOf(twins);
        for (ForeignKey key : foreignKeys) {
            requireColumn(key.dataset(), key.column());
            requireColumn(key.toDataset(), key.toColumn());
        }
    }

    private void requireColumn(String dataset, String column) {
        boolean found = files.stream()
                .map(CsvFile::dataset)
                .filter(described -> described.name().equals(dataset))
                .flatMap(described -> described.columns().stream())
                .anyMatch(described -> described.name().equals(column));
        if (!found) {
            throw new IllegalArgumentException("no column " + dataset + "." + column + " for a foreign key");
        }
    }

    /**
     * The text of {@code datapackage.json}.
     *
     * @param spreadsheetSafe whether text that looks like a formula stands behind an apostrophe
     */
    public String json(LocalDate businessDate, boolean spreadsheetSafe) {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("$schema", PROFILES + "datapackage.json");
        descriptor.put("name", "shelftally-" + businessDate);
        descriptor.put("title", "Barcode captures and shelf scans, reconciled, " + businessDate);
        descriptor.put("description", DESCRIPTION);
        descriptor.put("spreadsheetSafe", spreadsheetSafe);
        descriptor.put(
                "resources",
                Stream.concat(files.stream().map(this::resource), twins.stream().map(DataPackage::resource))
                        .toList());
        return Json.text(descriptor);
    }

    private Map<String, Object> resource(CsvFile file) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("$schema", PROFILES + "dataresource.json");
        resource.put("name", file.dataset().name());
        resource.put("type", "table");
        resource.put("description", file.dataset().description());
        resource.put("path", file.name());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", file.bytes());
        resource.put("hash", "sha256:" + file.sha256());
        resource.put("dialect", dialect());
        resource.put("schema", TableSchema.of(file.dataset(), foreignKeys));
        return resource;
    }

    /** It has no schema and no type, so that no validator takes it for a CSV table. */
    private static Map<String, Object> resource(TwinResource twin) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("$schema", PROFILES + "dataresource.json");
        resource.put("name", twin.dataset() + "_" + twin.format());
        resource.put("description", "The rows of " + twin.dataset() + ".csv once more; text stands in it as it came.");
        resource.put("path", twin.name());
        resource.put("format", twin.format());
        resource.put("mediatype", twin.mediaType());
        resource.put("bytes", twin.bytes());
        resource.put("hash", "sha256:" + twin.sha256());
        return resource;
    }

    private static Map<String, Object> dialect() {
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("$schema", PROFILES + "tabledialect.json");
        dialect.put("header", true);
        dialect.put("delimiter", ",");
        dialect.put("quoteChar", "\"");
        dialect.put("doubleQuote", true);
        dialect.put("skipInitialSpace", false);
        return dialect;
    }
}
