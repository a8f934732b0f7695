package io.shelftally.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One run at a time: a row says who holds the lease, and a token that grows with each taking fences off a holder that was
 * overtaken. A dead holder is seen at once on the same host, elsewhere by its silence.
 */
@Component
public class Lease {

    private static final String NAME = "nightly";
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private record Row(long token, Holder holder, LocalDate businessDate, Instant heartbeat, boolean held) {}

    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile long token;

    public Lease(JdbcClient client, PlatformTransactionManager transactionManager, Clock clock) {
        this.client = client;
        this.transaction = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** Takes the lease. Throws {@link LeaseHeldException} while another run holds it. */
    public void take(LocalDate businessDate) {
        try {
            token = transaction.execute(status -> takeInTransaction(businessDate));
        } catch (DuplicateKeyException anotherRunWasFirst) {
            token = transaction.execute(status -> takeInTransaction(businessDate));
        }
    }

    /** Shows that this run is alive. */
    public void beat() {
        client.sql("UPDATE run_lease SET heartbeat_at = :now WHERE name = :name AND token = :token")
                .param("now", now())
                .param("name", NAME)
                .param("token", token)
                .update();
    }

    /** Lets the next run start at once. */
    public void release() {
        client.sql("UPDATE run_lease SET held = FALSE WHERE name = :name AND token = :token")
                .param("name", NAME)
                .param("token", token)
                .update();
    }

    /** Throws {@link LeaseLostException} if another run has taken the lease. To be called in each writing transaction. */
    public void check() {
        long current = client.sql("SELECT token FROM run_lease WHERE name = :name")
                .param("name", NAME)
                .query(Long.class)
                .single();
        if (current != token) {
            throw new LeaseLostException(token, current);
        }
    }

    private long takeInTransaction(LocalDate businessDate) {
        Optional<Row> row = client.sql("SELECT * FROM run_lease WHERE name = :name FOR UPDATE")
                .param("name", NAME)
                .query(Lease::row)
                .optional();
        row.filter(Row::held).filter(this::isAlive).ifPresent(held -> {
            throw new LeaseHeldException(held.holder(), held.businessDate(), held.heartbeat());
        });
        long next = row.map(Row::token).orElse(0L) + 1;
        String sql = row.isPresent() ? """
                UPDATE run_lease SET token = :token, host = :host, pid = :pid, process_started = :started,
                    business_date = :businessDate, heartbeat_at = :now, held = TRUE WHERE name = :name
                """ : """
                INSERT INTO run_lease (name, token, host, pid, process_started, business_date, heartbeat_at, held)
                VALUES (:name, :token, :host, :pid, :started, :businessDate, :now, TRUE)
                """;
        Holder me = Holder.current();
        client.sql(sql)
                .params(Map.of(
                        "name", NAME,
                        "token", next,
                        "host", me.host(),
                        "pid", me.pid(),
                        "started", me.processStarted().atOffset(ZoneOffset.UTC),
                        "businessDate", businessDate,
                        "now", now()))
                .update();
        return next;
    }

    private boolean isAlive(Row row) {
        return row.holder()
                .isAliveHere()
                .orElseGet(() -> row.heartbeat().plus(SILENCE).isAfter(clock.instant()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Holder holder = new Holder(
                row.getString("host"),
                row.getLong("pid"),
                row.getObject("process_started", OffsetDateTime.class).toInstant());
        return new Row(
                row.getLong("token"),
                holder,
                row.getObject("business_date", LocalDate.class),
                row.getObject("heartbeat_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("held"));
    }
}
