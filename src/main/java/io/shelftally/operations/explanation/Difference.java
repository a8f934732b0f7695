package io.shelftally.operations.explanation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column in which the published row and the one computed again differ. */
record Difference(
        String column, @Nullable Object published, @Nullable Object computed) {

    static List<Difference> between(Map<String, @Nullable Object> published, Map<String, @Nullable Object> computed) {
        return published.keySet().stream()
                .filter(column -> computed.containsKey(column))
                .filter(column -> !Objects.equals(published.get(column), computed.get(column)))
                .map(column -> new Difference(column, published.get(column), computed.get(column)))
                .toList();
    }
}
