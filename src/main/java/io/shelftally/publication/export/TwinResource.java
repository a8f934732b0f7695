package io.shelftally.publication.export;

import java.util.Map;
import java.util.Objects;

/**
 * A file that holds the rows of a CSV file once more, as the descriptor names it.
 *
 * @param name such as {@code reconciled_items.parquet}
 * @param sha256 of the bytes, 64 hex digits
 */
public record TwinResource(String name, long bytes, String sha256) {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "parquet", "application/vnd.apache.parquet",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    public TwinResource {
        if (!MEDIA_TYPES.containsKey(format(name))) {
            throw new IllegalArgumentException("no format is known by the name of \"" + name + "\"");
        }
    }

    String dataset() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    String format() {
        return format(name);
    }

    String mediaType() {
        return Objects.requireNonNull(MEDIA_TYPES.get(format()));
    }

    private static String format(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
