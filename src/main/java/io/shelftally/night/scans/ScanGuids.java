package io.shelftally.night.scans;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The table scan_guid: which scan a vendor's guid names, and since which night that is known. */
@Repository
class ScanGuids {

    /** @param key as {@link GuidKey} has it */
    private record Guid(String key, long scanId) {}

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate batches;

    ScanGuids(JdbcClient client, NamedParameterJdbcTemplate batches) {
        this.client = client;
        this.batches = batches;
    }

    /** Remembers which scan a guid names, from this night on. Most are new, and need but one statement. */
    void remember(LocalDate businessDate, Map<Long, String> guids) {
        if (guids.isEmpty()) {
            return;
        }
        List<Guid> told = guids.entrySet().stream()
                .map(guid -> new Guid(GuidKey.of(guid.getValue()), guid.getKey()))
                .toList();
        Map<Guid, LocalDate> known = known(told);
        add(businessDate, told.stream().filter(guid -> !known.containsKey(guid)).toList());
        batches.batchUpdate(
                "UPDATE scan_guid SET known_on = :businessDate WHERE guid = :guid AND scan_id = :scanId",
                told.stream()
                        .filter(guid -> businessDate.isBefore(known.getOrDefault(guid, businessDate)))
                        .map(guid -> new MapSqlParameterSource("guid", guid.key())
                                .addValue("scanId", guid.scanId())
                                .addValue("businessDate", businessDate))
                        .toArray(SqlParameterSource[]::new));
    }

    private Map<Guid, LocalDate> known(List<Guid> told) {
        Map<Guid, LocalDate> known = new HashMap<>();
        client.sql("SELECT guid, scan_id, known_on FROM scan_guid WHERE guid = ANY (:guids)")
                .param("guids", keys(told))
                .query(row -> {
                    known.put(new Guid(row.getString(1), row.getLong(2)), row.getObject(3, LocalDate.class));
                });
        return known;
    }

    private void add(LocalDate businessDate, List<Guid> guids) {
        client.sql("""
                        INSERT INTO scan_guid (guid, scan_id, known_on)
                        SELECT n.guid, n.scan_id, :businessDate
                        FROM UNNEST(CAST(:guids AS VARCHAR ARRAY), CAST(:scanIds AS BIGINT ARRAY)) AS n (guid, scan_id)
                        """)
                .param("businessDate", businessDate)
                .param("guids", keys(guids))
                .param(
                        "scanIds",
                        new SqlArrayValue(
                                "bigint", guids.stream().map(Guid::scanId).toArray()))
                .update();
    }

    private static SqlArrayValue keys(List<Guid> guids) {
        return new SqlArrayValue("varchar", guids.stream().map(Guid::key).toArray());
    }
}
