package io.shelftally.operations.abandonment;

import io.shelftally.operations.deletion.DeletionWrites;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that a night is made from, and its runs: they go, and these are marked, in one transaction. */
@Repository
class NightRows {

    private static final List<OfNight> TABLES = List.of(
            new OfNight("capture_item", """
                    SELECT COUNT(*) FROM capture_item WHERE business_date = :night
                    """, """
                    DELETE FROM capture_item WHERE business_date = :night
                    """),
            new OfNight("scan_item", """
                    SELECT COUNT(*) FROM scan_item WHERE business_date = :night
                    """, """
                    DELETE FROM scan_item WHERE business_date = :night
                    """),
            new OfNight("scan_guid", """
                    SELECT COUNT(*) FROM scan_guid g WHERE g.known_on = :night AND NOT EXISTS
                        (SELECT 1 FROM scan_item s WHERE s.scan_id = g.scan_id AND s.business_date > :night
                            AND s.status_sha256 IS NOT NULL)
                    """, """
                    DELETE FROM scan_guid WHERE known_on = :night
                    """),
            new OfNight("set_aside", """
                    SELECT COUNT(*) FROM set_aside WHERE business_date = :night
                    """, """
                    DELETE FROM set_aside WHERE business_date = :night
                    """),
            new OfNight("set_aside_header", """
                    SELECT COUNT(*) FROM set_aside_header WHERE business_date = :night
                    """, """
                    DELETE FROM set_aside_header WHERE business_date = :night
                    """),
            new OfNight("quarantine_decision", """
                    SELECT COUNT(*) FROM quarantine_decision WHERE business_date = :night
                    """, """
                    DELETE FROM quarantine_decision WHERE business_date = :night
                    """),
            new OfNight("night_input", """
                    SELECT COUNT(*) FROM night_input WHERE business_date = :night
                    """, """
                    DELETE FROM night_input WHERE business_date = :night
                    """),
            new OfNight("call_count", """
                    SELECT COUNT(*) FROM call_count WHERE business_date = :night
                    """, """
                    DELETE FROM call_count WHERE business_date = :night
                    """));

    /** Of a guid that a later night was told too, before this one was begun, that night is the first to know it. */
    private static final String GUIDS_OF_LATER_NIGHTS = """
            UPDATE scan_guid SET known_on = (SELECT MIN(s.business_date) FROM scan_item s
                WHERE s.scan_id = scan_guid.scan_id AND s.business_date > :night AND s.status_sha256 IS NOT NULL)
            WHERE known_on = :night AND EXISTS (SELECT 1 FROM scan_item s
                WHERE s.scan_id = scan_guid.scan_id AND s.business_date > :night AND s.status_sha256 IS NOT NULL)
            """;

    private static final String MARK =
            "UPDATE run SET abandoned_at = :now WHERE business_date = :night AND abandoned_at IS NULL";

    private final JdbcClient client;
    private final DeletionWrites writes;
    private final Clock clock;

    NightRows(JdbcClient client, DeletionWrites writes, Clock clock) {
        this.client = client;
        this.writes = writes;
        this.clock = clock;
    }

    /** A table whose rows go with their night. */
    private record OfNight(String name, String count, String delete) {}

    /** The rows that go, by table. */
    Map<String, Long> delete(LocalDate night) {
        Map<String, Long> gone = new LinkedHashMap<>();
        TABLES.forEach(table -> gone.put(
                table.name(),
                client.sql(table.count())
                        .param("night", night)
                        .query(Long.class)
                        .single()));
        writes.run(() -> {
            client.sql(GUIDS_OF_LATER_NIGHTS).param("night", night).update();
            TABLES.forEach(
                    table -> client.sql(table.delete()).param("night", night).update());
            client.sql(MARK)
                    .param("night", night)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        });
        return gone;
    }
}
