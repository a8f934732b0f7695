package io.shelftally.collect;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls of a night, counted by vendor, call and result, in the caller's transaction. */
@Repository
public class CallCounts {

    /**
     * One call that was made.
     *
     * @param name such as {@code read}
     * @param result such as {@code ok}, {@code http_404} or {@code timeout}
     */
    public record Call(String name, String result) {}

    private final JdbcClient client;

    public CallCounts(JdbcClient client) {
        this.client = client;
    }

    public void add(LocalDate businessDate, String vendor, List<Call> calls) {
        calls.stream()
                .collect(Collectors.groupingBy(call -> call, Collectors.counting()))
                .forEach((call, number) -> add(businessDate, vendor, call, number));
    }

    /** By vendor, then by {@code call result}: how many. */
    public Map<String, Map<String, Long>> of(LocalDate businessDate) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        client.sql("SELECT vendor, call, result, calls FROM call_count WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .query(row -> {
                    counts.computeIfAbsent(row.getString(1), vendor -> new TreeMap<>())
                            .put(row.getString(2) + " " + row.getString(3), row.getLong(4));
                });
        return counts;
    }

    /** Whether the vendor answered a call of the night by anything but HTTP 403. */
    public boolean hasOtherThan403(LocalDate businessDate, String vendor) {
        return client.sql("""
                        SELECT COUNT(*) FROM call_count
                        WHERE business_date = :businessDate AND vendor = :vendor AND result <> 'http_403'
                            AND (result IN ('ok', 'not_ready') OR result LIKE 'http!_%' ESCAPE '!')
                        """)
                        .param("businessDate", businessDate)
                        .param("vendor", vendor)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void add(LocalDate businessDate, String vendor, Call call, long number) {
        Map<String, Object> values = Map.of(
                "businessDate", businessDate,
                "vendor", vendor,
                "call", call.name(),
                "result", call.result(),
                "number", number);
        int updated = client.sql("""
                        UPDATE call_count SET calls = calls + :number
                        WHERE business_date = :businessDate AND vendor = :vendor AND call = :call AND result = :result
                        """).params(values).update();
        if (updated == 0) {
            client.sql("INSERT INTO call_count VALUES (:businessDate, :vendor, :call, :result, :number)")
                    .params(values)
                    .update();
        }
    }
}
