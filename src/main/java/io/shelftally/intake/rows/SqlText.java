package io.shelftally.intake.rows;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A value of an answer as the text that a CSV file would have: null as empty text, a whole number as its digits. */
final class SqlText {

    private static final int MOST_DIGITS = 100;

    private SqlText() {}

    static String of(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof Number number) {
            return digits(number);
        }
        String text = value == null ? null : row.getString(column);
        return text == null ? "" : text;
    }

    private static String digits(Number number) {
        try {
            return plain(new BigDecimal(number.toString()));
        } catch (NumberFormatException e) {
            return number.toString(); // an infinity, or no number
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return Math.abs((long) bare.scale()) > MOST_DIGITS ? number.toString() : bare.toPlainString();
    }
}
