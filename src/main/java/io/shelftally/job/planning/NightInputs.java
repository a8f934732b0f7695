package io.shelftally.job.planning;

import io.shelftally.base.text.StoredText;
import io.shelftally.intake.worklist.InputSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table night_input: what the work list of each night was read from, in the caller's transaction. */
@Repository
public class NightInputs {

    private final JdbcClient client;

    NightInputs(JdbcClient client) {
        this.client = client;
    }

    /** Takes the place of what an earlier start of the night read. */
    void replace(LocalDate businessDate, List<InputSource> sources) {
        client.sql("DELETE FROM night_input WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .update();
        sources.forEach(source -> insert(businessDate, source));
    }

    /** Sorted by source and without the headers; none for a night that was taken before they were kept. */
    public List<InputSource> of(LocalDate businessDate) {
        return client.sql("SELECT * FROM night_input WHERE business_date = :businessDate ORDER BY source")
                .param("businessDate", businessDate)
                .query(NightInputs::source)
                .list();
    }

    private void insert(LocalDate businessDate, InputSource source) {
        client.sql("""
                        INSERT INTO night_input
                            (business_date, source, location, sha256, row_count, duplicates, quarantined)
                        VALUES (:businessDate, :source, :location, :sha256, :rows, :duplicates, :quarantined)
                        """)
                .param("businessDate", businessDate)
                .param("source", source.source())
                .param("location", StoredText.of(source.location()))
                .param("sha256", source.sha256())
                .param("rows", source.rows())
                .param("duplicates", source.duplicates())
                .param("quarantined", source.quarantined())
                .update();
    }

    private static InputSource source(ResultSet row, int number) throws SQLException {
        return new InputSource(
                row.getString("source"),
                row.getString("location"),
                row.getString("sha256"),
                row.getInt("row_count"),
                row.getInt("duplicates"),
                row.getInt("quarantined"),
                "");
    }
}
