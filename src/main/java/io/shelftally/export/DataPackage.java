package io.shelftally.export;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes the CSV files of a night as a Data Package, version 2 (datapackage.org/standard): a function of their bytes
 * and columns alone, with no time and no version in it.
 */
public final class DataPackage {
    static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private final List<CsvFile> files;
    private final List<ForeignKey> foreignKeys;

    /** @throws IllegalArgumentException if a foreign key names a column that none of the files has */
    public DataPackage(List<CsvFile> files, List<ForeignKey> foreignKeys) {
        this.files = List.copyOf(files);
        this.foreignKeys = List.copyOf(foreignKeys);
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
        descriptor.put("spreadsheetSafe", spreadsheetSafe);
        descriptor.put("resources", files.stream().map(this::resource).toList());
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

    private static Map<String, Object> dialect() {
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("$schema", PROFILES + "tabledialect.json");
        dialect.put("header", true);
        dialect.put("delimiter", ",");
        dialect.put("lineTerminator", "\r\n");
        dialect.put("quoteChar", "\"");
        dialect.put("doubleQuote", true);
        dialect.put("skipInitialSpace", false);
        return dialect;
    }
}
