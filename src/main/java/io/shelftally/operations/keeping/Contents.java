package io.shelftally.operations.keeping;

import io.shelftally.job.connections.TableLook;
import io.shelftally.job.connections.TableState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a copy of the database holds; to know it, the copy was opened and read.
 *
 * @param tables how they stand beside this application's
 */
record Contents(TableState tables, long nights, Optional<LocalDate> latest) {

    private static final String NIGHTS =
            "SELECT COUNT(*), MAX(published_date) FROM export_version WHERE published_date IS NOT NULL";

    static Contents of(Connection copy) throws SQLException {
        try (Statement statement = copy.createStatement();
                ResultSet nights = statement.executeQuery(NIGHTS)) {
            nights.next();
            return new Contents(
                    TableLook.at(copy).state(),
                    nights.getLong(1),
                    Optional.ofNullable(nights.getObject(2, LocalDate.class)));
        }
    }

    /** In words. */
    @Override
    public String toString() {
        return latest.map(date ->
                        (nights == 1 ? "1 night is published, " : nights + " nights are published, the latest ") + date)
                .orElse("no night is published");
    }
}
