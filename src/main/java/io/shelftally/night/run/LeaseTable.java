package io.shelftally.night.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row of run_lease; its times are the database's own. */
final class LeaseTable {

    static final String NAME = "nightly";

    private final JdbcClient client;

    LeaseTable(JdbcClient client) {
        this.client = client;
    }

    Optional<LeaseRow> find() {
        return rows("SELECT l.*, CURRENT_TIMESTAMP AS read_at FROM run_lease l WHERE name = :name");
    }

    /** The row, locked until the transaction ends. */
    Optional<LeaseRow> lock() {
        return rows("SELECT l.*, CURRENT_TIMESTAMP AS read_at FROM run_lease l WHERE name = :name FOR UPDATE");
    }

    void insert(long token, Holder holder, LocalDate businessDate) {
        write("""
                INSERT INTO run_lease (name, token, host, pid, process_started, business_date, heartbeat_at, held)
                VALUES (:name, :token, :host, :pid, :started, :businessDate, CURRENT_TIMESTAMP, TRUE)
                """, token, holder, businessDate);
    }

    void update(long token, Holder holder, LocalDate businessDate) {
        write("""
                UPDATE run_lease SET token = :token, host = :host, pid = :pid, process_started = :started,
                    business_date = :businessDate, heartbeat_at = CURRENT_TIMESTAMP, held = TRUE WHERE name = :name
                """, token, holder, businessDate);
    }

    /** Whether the lease is still the token's. */
    boolean beat(long token) {
        return change(
                "UPDATE run_lease SET heartbeat_at = CURRENT_TIMESTAMP WHERE name = :name AND token = :token", token);
    }

    /** Whether the lease was still the token's. */
    boolean release(long token) {
        return change("UPDATE run_lease SET held = FALSE WHERE name = :name AND token = :token", token);
    }

    private boolean change(String sql, long token) {
        return client.sql(sql).param("name", NAME).param("token", token).update() == 1;
    }

    private void write(String sql, long token, Holder holder, LocalDate businessDate) {
        client.sql(sql)
                .params(Map.of(
                        "name",
                        NAME,
                        "token",
                        token,
                        "host",
                        holder.host(),
                        "pid",
                        holder.pid(),
                        "started",
                        holder.processStarted().atOffset(ZoneOffset.UTC),
                        "businessDate",
                        businessDate))
                .update();
    }

    private Optional<LeaseRow> rows(String sql) {
        return client.sql(sql).param("name", NAME).query(LeaseTable::row).optional();
    }

    private static LeaseRow row(ResultSet row, int number) throws SQLException {
        Holder holder = new Holder(row.getString("host"), row.getLong("pid"), instant(row, "process_started"));
        Instant heartbeat = instant(row, "heartbeat_at");
        return new LeaseRow(
                row.getLong("token"),
                holder,
                row.getObject("business_date", LocalDate.class),
                heartbeat,
                Duration.between(heartbeat, instant(row, "read_at")),
                row.getBoolean("held"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
