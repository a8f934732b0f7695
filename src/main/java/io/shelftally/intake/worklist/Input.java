package io.shelftally.intake.worklist;

import io.shelftally.intake.rows.CsvRows;
import io.shelftally.intake.rows.Quoted;
import io.shelftally.intake.rows.RowLimits;
import io.shelftally.intake.rows.RowSource;
import io.shelftally.intake.rows.SqlRows;
import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * Where a list is read from.
 *
 * @param source its name in the quarantine, whatever the file is called: so that two lists never share one
 * @param location the path as given, or the query
 * @param place how messages name it
 * @param unit what its positions count: lines or rows
 */
record Input(String source, String location, String place, String unit, RowSource rows) {

    static Input file(String list, Path file, RowLimits limits) {
        String path = file.toString();
        return new Input(list + ".csv", path, Quoted.plain(path), "line", new CsvRows(file, limits));
    }

    static Input query(String list, String sql, DataSource database, RowLimits limits) {
        String source = "sql:" + list;
        return new Input(source, sql, source, "row", new SqlRows(list, sql, database, limits));
    }
}
