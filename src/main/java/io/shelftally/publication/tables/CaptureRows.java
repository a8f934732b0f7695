package io.shelftally.publication.tables;

import static io.shelftally.publication.tables.StoredCells.bindNanos;
import static io.shelftally.publication.tables.StoredCells.exactInstant;
import static io.shelftally.publication.tables.StoredCells.optionalValue;
import static io.shelftally.publication.tables.StoredCells.value;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierFlag;
import io.shelftally.matching.product.IdentifierKind;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.MatchMethod;
import io.shelftally.publication.results.CaptureRow;
import io.shelftally.publication.results.Datasets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** The table behind captures. */
public final class CaptureRows extends VersionRows<CaptureRow> {

    private static final Cells<CaptureRow> CELLS = Cells.of(Datasets.CAPTURES, Set.of("business_date"));

    private static final String INSERT = """
            INSERT INTO capture_row (
                export_id, sort_key, capture_id, scan_id, store_id, outcome, status, retries, capture_type,
                raw_value, gtin, identifier_kind, identifier_flags, match_method, product_short_id, product_name,
                error_code, error_message, created, processed_at, second_candidate, created_nanos,
                processed_at_nanos)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAGE = """
            SELECT version.business_date, capture.*
            FROM capture_row capture
            JOIN export_version version ON version.export_id = capture.export_id
            WHERE capture.export_id = :export AND capture.sort_key > :after
            ORDER BY capture.export_id, capture.sort_key FETCH FIRST 1000 ROWS ONLY
            """;

    public CaptureRows(JdbcOperations jdbc, GuardedTransactions transactions) {
        super(jdbc, transactions, CELLS, INSERT, PAGE);
    }

    @Override
    Object key(CaptureRow row) {
        return SortKeys.of(row);
    }

    @Override
    void bindRest(PreparedStatement statement, int first, CaptureRow row) throws SQLException {
        statement.setString(first, secondCandidate(row));
        bindNanos(statement, first + 1, row.created());
        bindNanos(statement, first + 2, row.processedAt());
    }

    private static @Nullable String secondCandidate(CaptureRow row) {
        return row.identifier()
                .flatMap(Identifier::secondCandidate)
                .map(Gtin::digits)
                .orElse(null);
    }

    @Override
    CaptureRow row(ResultSet row, int number) throws SQLException {
        return new CaptureRow(
                StoredCells.date(row, "business_date"),
                row.getString("capture_id"),
                row.getObject("scan_id", Long.class),
                row.getString("store_id"),
                value(row, "outcome", CaptureOutcome.class),
                row.getString("status"),
                row.getInt("retries"),
                row.getString("capture_type"),
                row.getString("raw_value"),
                identifier(row),
                optionalValue(row, "match_method", MatchMethod.class),
                row.getString("product_short_id"),
                row.getString("product_name"),
                row.getString("error_code"),
                row.getString("error_message"),
                exactInstant(row, "created"),
                exactInstant(row, "processed_at"));
    }

    private static Optional<Identifier> identifier(ResultSet row) throws SQLException {
        String gtin = row.getString("gtin");
        if (gtin == null) {
            return Optional.empty();
        }
        return Optional.of(new Identifier(
                new Gtin(gtin),
                Optional.ofNullable(row.getString("second_candidate")).map(Gtin::new),
                value(row, "identifier_kind", IdentifierKind.class),
                flags(row.getString("identifier_flags"))));
    }

    private static Set<IdentifierFlag> flags(@Nullable String joined) {
        if (joined == null) {
            return Set.of();
        }
        Set<IdentifierFlag> flags = new TreeSet<>();
        Arrays.stream(joined.split("\\|")).map(IdentifierFlag::valueOf).forEach(flags::add);
        return Collections.unmodifiableSet(flags);
    }
}
