package io.shelftally.publication.export;

import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.ColumnType;
import io.shelftally.publication.results.Dataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A dataset's columns, keys and constraints in the words of Table Schema (datapackage.org/standard/table-schema). */
final class TableSchema {
    private static final String GTIN = "^[0-9]{14}$";
    private static final Map<String, String> PATTERNS = Map.of("gtin", GTIN, "other_reading", GTIN);

    private TableSchema() {}

    /** @param foreignKeys of every dataset; the others' are passed over */
    static Map<String, Object> of(Dataset<?> dataset, List<ForeignKey> foreignKeys) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DataPackage.PROFILES + "tableschema.json");
        schema.put("fields", dataset.columns().stream().map(TableSchema::field).toList());
        schema.put("missingValues", List.of(""));
        schema.put("primaryKey", dataset.key());
        List<Map<String, Object>> own = foreignKeys.stream()
                .filter(key -> key.dataset().equals(dataset.name()))
                .map(TableSchema::foreignKey)
                .toList();
        if (!own.isEmpty()) {
            schema.put("foreignKeys", own);
        }
        return schema;
    }

    private static Map<String, Object> field(Column<?> column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", type(column.type()));
        field.put("description", column.description());
        if (column.type() == ColumnType.INSTANT) {
            field.put("format", "any");
        }
        if (column.type() == ColumnType.BOOLEAN) {
            field.put("trueValues", List.of("true"));
            field.put("falseValues", List.of("false"));
        }
        Map<String, Object> constraints = constraints(column);
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "string";
            case INSTANT -> "datetime";
            case INTEGER, BOOLEAN, DATE -> type.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Map<String, Object> constraints(Column<?> column) {
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (column.required()) {
            constraints.put("required", true);
        }
        if (!column.values().isEmpty()) {
            constraints.put("enum", column.values());
        }
        if (PATTERNS.containsKey(column.name())) {
            constraints.put("pattern", PATTERNS.get(column.name()));
        }
        return constraints;
    }

    private static Map<String, Object> foreignKey(ForeignKey key) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("resource", key.toDataset());
        reference.put("fields", List.of(key.toColumn()));
        Map<String, Object> foreignKey = new LinkedHashMap<>();
        foreignKey.put("fields", List.of(key.column()));
        foreignKey.put("reference", reference);
        return foreignKey;
    }
}
