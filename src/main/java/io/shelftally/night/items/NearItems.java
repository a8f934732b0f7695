package io.shelftally.night.items;

import io.shelftally.base.text.Slips;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says of the id of a scan or a capture that no published night has where it is, or which ones are near, as after a slip. */
public final class NearItems {

    private static final int SAME_BEGINNING = 3;
    private static final int MOST_DIFFERENCES = 3;
    private static final int MOST_NAMED = 3;

    private final JdbcClient client;

    public NearItems(JdbcClient client) {
        this.client = client;
    }

    /** Such as {@code the nearest are 40110 and 40113}. */
    public String scan(long scanId) {
        return night("SELECT MAX(business_date) FROM scan_item WHERE scan_id = :id", scanId)
                .orElseGet(() -> nearestTo(scanId));
    }

    /** Such as {@code near it is sidKfGZxFsgTJk58WrQXDD}; of those that begin alike, but for capitals. */
    public String capture(String captureId) {
        return night("SELECT MAX(business_date) FROM capture_item WHERE capture_id = :id", captureId)
                .orElseGet(() -> nearTo(captureId));
    }

    private Optional<String> night(String sql, Object id) {
        return client.sql(sql)
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(night -> "that of " + night + ", which is not published, has taken it on");
    }

    private String nearestTo(long scanId) {
        List<String> nearest = Stream.of(
                        id("SELECT MAX(scan_id) FROM scan_item WHERE scan_id < :id", scanId),
                        id("SELECT MIN(scan_id) FROM scan_item WHERE scan_id > :id", scanId))
                .flatMap(Optional::stream)
                .map(String::valueOf)
                .toList();
        return nearest.isEmpty()
                ? "no night has a scan"
                : "the nearest " + (nearest.size() == 1 ? "is " : "are ") + String.join(" and ", nearest);
    }

    private String nearTo(String captureId) {
        List<String> near = beginningAs(captureId)
                .filter(other ->
                        Slips.between(captureId, other) <= MOST_DIFFERENCES || other.equalsIgnoreCase(captureId))
                .sorted(Comparator.comparingInt((String other) -> Slips.between(captureId, other))
                        .thenComparing(other -> other))
                .limit(MOST_NAMED)
                .toList();
        return near.isEmpty() ? "no id is near it" : "near it is " + String.join(", ", near);
    }

    private Stream<String> beginningAs(String captureId) {
        String beginning = captureId.substring(0, Math.min(SAME_BEGINNING, captureId.length()));
        return inCapitalsOrNot(beginning).stream()
                .flatMap(
                        any -> client
                                .sql("""
                        SELECT DISTINCT capture_id FROM capture_item
                        WHERE capture_id LIKE :beginning ESCAPE '!' FETCH FIRST 1000 ROWS ONLY
                        """)
                                .param("beginning", any.replaceAll("[!%_]", "!$0") + "%")
                                .query(String.class)
                                .stream());
    }

    /** Each spelling of a few letters. */
    private static Set<String> inCapitalsOrNot(String letters) {
        Set<String> spellings = Set.of("");
        for (int i = 0; i < letters.length(); i++) {
            String lower = letters.substring(i, i + 1).toLowerCase(Locale.ROOT);
            String upper = letters.substring(i, i + 1).toUpperCase(Locale.ROOT);
            spellings = spellings.stream()
                    .flatMap(before -> Stream.of(before + lower, before + upper))
                    .collect(Collectors.toSet());
        }
        return spellings;
    }

    private Optional<Long> id(String sql, long scanId) {
        return client.sql(sql)
                .param("id", scanId)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }
}
