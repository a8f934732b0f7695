package io.shelftally.night.scans;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What answers without a report named instead of the types that were asked for.
 *
 * @param scans that wait for their report on such an answer
 * @param types sorted; empty if there was no such answer
 */
public record OtherReports(long scans, List<String> types) {

    /** The setting that says which reports are asked for. */
    public static final String SETTING = "shelftally.pensa.report-types";

    public OtherReports {
        types = List.copyOf(types);
    }

    /** Those of a night. */
    public static OtherReports of(JdbcClient client, LocalDate businessDate) {
        TreeSet<String> types = new TreeSet<>();
        long[] scans = new long[1];
        client.sql("""
                        SELECT other_types, COUNT(*) FROM scan_item
                        WHERE business_date = :businessDate AND other_types IS NOT NULL AND ending IS NULL
                        GROUP BY other_types
                        """).param("businessDate", businessDate).query(row -> {
            types.addAll(List.of(row.getString(1).split(",")));
            scans[0] += row.getLong(2);
        });
        return new OtherReports(scans[0], List.copyOf(types));
    }

    /** In a sentence that says which setting asks for them. */
    public String words() {
        return (scans == 1 ? "the answer for 1 scan has" : "the answers for " + scans + " scans have")
                + " none of the reports that were asked for, but name " + String.join(", ", types) + "; " + SETTING
                + " says what is asked for";
    }
}
