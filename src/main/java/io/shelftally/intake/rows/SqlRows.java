package io.shelftally.intake.rows;

import com.opencsv.CSVWriter;
import io.shelftally.base.digest.Sha256;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The answer of a query, its columns found by label; only the known ones are fetched. A row's raw text is a CSV line of
 * those, in the order of the known columns. The query orders its rows itself: their numbers and the digest depend on it.
 */
public final class SqlRows implements RowSource {

    /** Heeded by PostgreSQL within a transaction only. */
    private static final int FETCH_SIZE = 1000;

    private static final Pattern STATEMENT_FOLLOWS = Pattern.compile("(; SQL statement)?[:;. ]*$");

    private final String list;
    private final String sql;
    private final RowLimits limits;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    /**
     * Asks a database.
     *
     * @param list {@code captures} or {@code scans}, for messages and the name of the setting
     * @param sql run as it stands
     */
    public SqlRows(String list, String sql, DataSource dataSource, RowLimits limits) {
        this.list = list;
        this.sql = sql;
        this.limits = limits;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        jdbc.setFetchSize(FETCH_SIZE);
        jdbc.setMaxRows(Math.max(limits.rows(), limits.rows() + 1));
    }

    @Override
    public String read(List<String> columns, Consumer<TextRow> rows) {
        try {
            ResultSetExtractor<String> extractor = results -> readAll(results, columns, rows);
            return Objects.requireNonNull(transaction.execute(status -> jdbc.query(sql, extractor)));
        } catch (DataAccessException | TransactionException e) {
            throw new UnreadableRowsException(
                    place(), reason(e), "Mend shelftally.intake." + list + "-sql or the database it is asked of");
        }
    }

    private String readAll(ResultSet results, List<String> columns, Consumer<TextRow> rows) throws SQLException {
        Header answer = Header.of(place(), labels(results.getMetaData()), columns);
        List<String> present = columns.stream()
                .filter(column -> answer.indexOf(column).isPresent())
                .toList();
        Header header = Header.of(place(), present, columns);
        RowMeter meter = new RowMeter(place(), limits);
        MessageDigest digest = Sha256.digest();
        digest.update(bytes(csv(present)));
        for (long number = 1; results.next(); number++) {
            List<String> values = values(results, answer, present);
            String raw = csv(values);
            checkLength(raw, number);
            meter.count(raw);
            digest.update(bytes(raw));
            TextRow row = new TextRow(number, raw, header, values, false);
            if (!row.isEmpty() || !isBlank(results)) {
                rows.accept(row);
            }
        }
        return Sha256.hex(digest);
    }

    /** Whether no column holds anything, those that are not known neither. */
    private static boolean isBlank(ResultSet row) throws SQLException {
        for (int i = row.getMetaData().getColumnCount(); i > 0; i--) {
            if (!WhiteSpace.isAll(SqlText.of(row, i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> labels(ResultSetMetaData columns) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            labels.add(columns.getColumnLabel(i));
        }
        return labels;
    }

    private static List<String> values(ResultSet row, Header answer, List<String> columns) throws SQLException {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            values.add(SqlText.of(row, answer.indexOf(column).orElseThrow() + 1));
        }
        return values;
    }

    private static String csv(List<String> values) {
        StringWriter line = new StringWriter();
        new CSVWriter(line, ',', '"', '"', "").writeNext(values.toArray(String[]::new), false);
        return line.toString();
    }

    private static byte[] bytes(String line) {
        return (line + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private void checkLength(String raw, long number) {
        if (raw.length() > limits.recordLength()) {
            throw new UnreadableRowsException(
                    place() + ", row " + number,
                    "the row is longer than " + limits.recordLength() + " characters",
                    "Select shorter values, or raise shelftally.intake.max-record-length");
        }
    }

    /** Without the driver's words where no connection came about: they may quote the URL and what is in it. */
    private static String reason(RuntimeException trouble) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(trouble);
        String state = cause instanceof SQLException sqlTrouble ? " (SQLState " + sqlTrouble.getSQLState() + ")" : "";
        if (trouble instanceof CannotCreateTransactionException) {
            return "no connection to the database" + state;
        }
        String words = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return "the query failed" + state + ": "
                + Quoted.plain(STATEMENT_FOLLOWS.matcher(words).replaceFirst(""));
    }

    private String place() {
        return "sql:" + list;
    }
}
