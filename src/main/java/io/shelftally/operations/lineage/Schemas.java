package io.shelftally.operations.lineage;

import io.openlineage.client.OpenLineage;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.ColumnType;
import io.shelftally.publication.results.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of what is read and made. */
final class Schemas {

    /** Those of a capture that the job reads, as Closient names them. */
    static final List<String> CAPTURE = List.of(
            "status",
            "capture_type",
            "raw_value",
            "gtin",
            "metadata object",
            "gs1_dl_data object",
            "qr_analysis object",
            "product_short_id",
            "product_name",
            "error_message",
            "created",
            "processed_at");

    /** Those of a scan's status, as Pensa names them. */
    static final List<String> SCAN = List.of(
            "id integer", "scan_area_id", "status", "fast_status", "scan_timestamp", "created", "scan_metadata object");

    /** Those of a line of a report. */
    static final List<String> LINE = List.of(
            "product",
            "brand",
            "category",
            "manufacturer",
            "product_id",
            "brand_id",
            "category_id",
            "manufacturer_id",
            "upc",
            "facings integer",
            "expected_facings integer");

    private final OpenLineage open;

    Schemas(OpenLineage open) {
        this.open = open;
    }

    OpenLineage.SchemaDatasetFacet of(Dataset<?> dataset) {
        List<OpenLineage.SchemaDatasetFacetFields> fields = new ArrayList<>();
        for (Column<?> column : dataset.columns()) {
            fields.add(field(fields.size(), column.name(), type(column.type()), column.description()));
        }
        return open.newSchemaDatasetFacet(fields);
    }

    /** @param named each a name, and behind a space its type where that is not text */
    OpenLineage.SchemaDatasetFacet of(List<String> named) {
        List<OpenLineage.SchemaDatasetFacetFields> fields = new ArrayList<>();
        for (String field : named) {
            String[] words = field.split(" ", 2);
            fields.add(field(fields.size(), words[0], words.length > 1 ? words[1] : "string", null));
        }
        return open.newSchemaDatasetFacet(fields);
    }

    private OpenLineage.SchemaDatasetFacetFields field(
            int before, String name, String type, @Nullable String description) {
        return open.newSchemaDatasetFacetFieldsBuilder()
                .name(name)
                .type(type)
                .description(description)
                .ordinal_position(before + 1L)
                .build();
    }

    /** In the words of the descriptor beside the files. */
    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "string";
            case INSTANT -> "datetime";
            case INTEGER, BOOLEAN, DATE -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
