package io.shelftally.publication.tables;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Which version of each night the views show. An export is BUILDING until it is published; then the one that was
 * published for its date before is SUPERSEDED: still known, but its rows may go. One that is PRUNED is shown no more, and
 * keeps the breaks that a later night may ask for ({@link OldVersions}).
 */
public final class ExportVersions {

    /**
     * How an export was made.
     *
     * @param rules by which its rows were derived
     * @param descriptorSha256 of its datapackage.json
     */
    public record Making(Optional<String> rules, Optional<String> descriptorSha256) {}

    private final JdbcClient jdbc;
    private final GuardedTransactions transactions;
    private final RowDeletion deletion;
    private final ItemPartitions partitions;
    private final Clock clock;

    public ExportVersions(JdbcOperations jdbc, GuardedTransactions transactions, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.deletion = new RowDeletion(jdbc, transactions);
        this.partitions = new ItemPartitions(jdbc);
        this.clock = clock;
    }

    /**
     * Discards what unfinished attempts left behind, of any date, and returns the id of a new export.
     *
     * @param rules by which its rows are derived, for {@link #madeBy}
     */
    public int begin(LocalDate businessDate, String rules) {
        jdbc.sql("SELECT export_id FROM export_version WHERE state = 'BUILDING'")
                .query(Integer.class)
                .list()
                .forEach(this::discard);
        return transactions.call(() -> {
            int exportId = insert(businessDate, rules);
            partitions.make(exportId);
            return exportId;
        });
    }

    /** The exports of a date that were begun, and neither published nor discarded. */
    public List<Integer> unfinished(LocalDate businessDate) {
        return jdbc.sql("SELECT export_id FROM export_version WHERE state = 'BUILDING' AND business_date = :date")
                .param("date", businessDate)
                .query(Integer.class)
                .list();
    }

    /** The rows of an export by table. */
    public Map<String, Long> rows(int exportId) {
        return deletion.count(exportId);
    }

    /**
     * From here on the views show this export instead of the one that was published for its date before.
     *
     * @param version the number of its directory, from 1
     * @param descriptorSha256 of its datapackage.json
     * @throws IllegalStateException if the export is not being built
     */
    public void publish(int exportId, int version, Path outDir, String descriptorSha256) {
        transactions.run(() -> {
            supersedeOneOfSameDate(exportId);
            requireOne(exportId, markPublished(exportId, version, outDir, descriptorSha256));
        });
    }

    /**
     * Forgets an export that is not to be published, with its rows.
     *
     * @throws IllegalStateException if the export is not being built
     */
    public void discard(int exportId) {
        requireOne(exportId, countBuilding(exportId));
        deletion.deleteRowsOf(exportId);
        transactions.run(() -> jdbc.sql("DELETE FROM export_version WHERE export_id = :export")
                .param("export", exportId)
                .update());
    }

    /** Forgets an export whose files came out as those of a published one, which from now on counts as made by its rules. */
    public void confirm(int publishedId, int exportId, String descriptorSha256) {
        transactions.run(() -> jdbc.sql("""
                        UPDATE export_version
                        SET rules = (SELECT b.rules FROM export_version b WHERE b.export_id = :export),
                            descriptor_sha256 = :descriptor
                        WHERE export_id = :published
                        """)
                .params(Map.of("export", exportId, "published", publishedId, "descriptor", descriptorSha256))
                .update());
        discard(exportId);
    }

    /** How the export was made; nothing of it is known of those of earlier releases. */
    public Making madeBy(int exportId) {
        return jdbc.sql("SELECT rules, descriptor_sha256 FROM export_version WHERE export_id = :export")
                .param("export", exportId)
                .query((row, number) -> new Making(
                        Optional.ofNullable(row.getString("rules")),
                        Optional.ofNullable(row.getString("descriptor_sha256"))))
                .single();
    }

    /** Deletes the rows that no view shows any more, in small transactions; may be stopped and called again. */
    public void deleteSuperseded() {
        jdbc.sql("SELECT export_id FROM export_version WHERE state = 'SUPERSEDED'")
                .query(Integer.class)
                .list()
                .forEach(deletion::deleteRowsOf);
    }

    public Optional<ExportVersion> current(LocalDate businessDate) {
        return jdbc.sql("SELECT * FROM export_version WHERE published_date = :date")
                .param("date", businessDate)
                .query(ExportVersions::version)
                .optional();
    }

    /** What is published for the latest date before this one, or was until it was pruned. */
    public Optional<ExportVersion> previousPublished(LocalDate before) {
        return jdbc.sql("""
                        SELECT * FROM export_version
                        WHERE business_date < :date AND state IN ('PUBLISHED', 'PRUNED')
                        ORDER BY business_date DESC FETCH FIRST 1 ROW ONLY
                        """)
                .param("date", before)
                .query(ExportVersions::version)
                .optional();
    }

    private int insert(LocalDate businessDate, String rules) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO export_version (business_date, state, created_at, rules)
                        VALUES (:date, 'BUILDING', :now, :rules)
                        """)
                .params(Map.of("date", businessDate, "now", now(), "rules", rules))
                .update(key, "export_id");
        return Objects.requireNonNull(key.getKey()).intValue();
    }

    private void supersedeOneOfSameDate(int exportId) {
        jdbc.sql("""
                        UPDATE export_version SET state = 'SUPERSEDED', published_date = NULL
                        WHERE business_date = (SELECT business_date FROM export_version WHERE export_id = :export)
                            AND state IN ('PUBLISHED', 'PRUNED')
                        """).param("export", exportId).update();
    }

    private int markPublished(int exportId, int version, Path outDir, String descriptorSha256) {
        return jdbc.sql("""
                        UPDATE export_version
                        SET state = 'PUBLISHED', published_date = business_date, version = :version, out_dir = :dir,
                            published_at = :now, descriptor_sha256 = :descriptor,
                            run_id = (SELECT MAX(run.run_id) FROM run WHERE run.business_date = export_version.business_date)
                        WHERE export_id = :export AND state = 'BUILDING'
                        """)
                .params(Map.of(
                        "export",
                        exportId,
                        "version",
                        version,
                        "dir",
                        outDir.toString(),
                        "descriptor",
                        descriptorSha256,
                        "now",
                        now()))
                .update();
    }

    private int countBuilding(int exportId) {
        return jdbc.sql("SELECT COUNT(*) FROM export_version WHERE export_id = :export AND state = 'BUILDING'")
                .param("export", exportId)
                .query(Integer.class)
                .single();
    }

    private static void requireOne(int exportId, int count) {
        if (count != 1) {
            throw new IllegalStateException("export " + exportId + " is not being built");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ExportVersion version(ResultSet row, int number) throws SQLException {
        return new ExportVersion(
                row.getInt("export_id"),
                row.getObject("business_date", LocalDate.class),
                row.getInt("version"),
                Path.of(row.getString("out_dir")));
    }
}
