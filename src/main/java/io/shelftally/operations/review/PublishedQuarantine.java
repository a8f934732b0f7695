package io.shelftally.operations.review;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The view quarantine: alone it has the products of reports that were set aside, which are derived anew by each run. */
@Repository
class PublishedQuarantine {

    private final JdbcClient client;

    PublishedQuarantine(JdbcClient client) {
        this.client = client;
    }

    /** What vendors answered amiss, as the night's version that is shown has it. */
    List<QuarantineRow> ofVendors(LocalDate businessDate) {
        return client.sql("SELECT * FROM quarantine WHERE business_date = :businessDate AND source LIKE 'pensa:%'")
                .param("businessDate", businessDate)
                .query((row, number) -> new QuarantineRow(
                        row.getString("source"),
                        row.getString("position"),
                        row.getString("column"),
                        row.getString("subject_id"),
                        QuarantineCode.valueOf(row.getString("code")),
                        Objects.requireNonNullElse(row.getString("detail"), ""),
                        Objects.requireNonNullElse(row.getString("raw"), "")))
                .list();
    }
}
