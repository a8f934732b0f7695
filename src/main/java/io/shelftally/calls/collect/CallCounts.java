package io.shelftally.calls.collect;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.RetryAfter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The calls of a night, counted by run, vendor, call and result, in the caller's transaction. The run that calls is the
 * latest start of the night; runs are numbered under the lease, so nobody else can be meant.
 */
@Repository
public class CallCounts {

    /**
     * One call that was made.
     *
     * @param name such as {@code read}
     * @param result such as {@code ok}, {@code http_404} or {@code timeout}
     * @param isWaitUnreadable whether it asks for a pause in words that cannot be read
     */
    public record Call(String name, String result, Duration took, boolean isWaitUnreadable) {

        /** What an answer came to. */
        public static Call of(String name, CallResult result) {
            Answer answer = result.answer();
            return new Call(name, result.result(), answer.took(), RetryAfter.isUnreadable(answer));
        }

        private List<String> key() {
            return List.of(name, result);
        }
    }

    /** How long a call took on average on a night. */
    public record Mean(Duration took, LocalDate night) {}

    /**
     * How long the calls to a vendor took that were answered as asked.
     *
     * @param p50Millis within which half of them were answered, to three digits
     * @param p99Millis the same of 99 in a hundred
     */
    public record Times(long calls, long p50Millis, long p99Millis) {}

    private final CallTimes times = new CallTimes();
    private final JdbcClient client;

    public CallCounts(JdbcClient client) {
        this.client = client;
    }

    public void add(LocalDate businessDate, String vendor, List<Call> calls) {
        calls.stream()
                .collect(Collectors.groupingBy(Call::key))
                .values()
                .forEach(alike -> addAlike(businessDate, vendor, alike));
    }

    /** Notes how long calls took that are counted; outside of the transaction, which may be repeated. */
    public void took(LocalDate businessDate, String vendor, List<Call> calls) {
        times.add(businessDate, vendor, calls);
    }

    /** By vendor, of the calls that this process has made for the night. */
    public Map<String, Times> times(LocalDate businessDate) {
        return times.of(businessDate);
    }

    /** By vendor, then by {@code call result}: how many. */
    public Map<String, Map<String, Long>> of(LocalDate businessDate) {
        return figures("""
                SELECT vendor, call, result, CAST(SUM(calls) AS BIGINT) FROM call_count
                WHERE business_date = :businessDate GROUP BY vendor, call, result
                """, businessDate);
    }

    /** By vendor, then by {@code call result}: how many milliseconds one took on average. */
    public Map<String, Map<String, Long>> meanMillis(LocalDate businessDate) {
        return figures("""
                SELECT vendor, call, result, CAST(SUM(total_millis) AS BIGINT) / CAST(SUM(calls) AS BIGINT)
                FROM call_count WHERE business_date = :businessDate GROUP BY vendor, call, result
                """, businessDate);
    }

    /** The calls of the night whose answers ask for a pause in words that cannot be read. */
    public long unreadableWaits(LocalDate businessDate) {
        return client.sql("""
                        SELECT COALESCE(CAST(SUM(unreadable_waits) AS BIGINT), 0) FROM call_count
                        WHERE business_date = :businessDate
                        """)
                .param("businessDate", businessDate)
                .query(Long.class)
                .single();
    }

    private Map<String, Map<String, Long>> figures(String sql, LocalDate businessDate) {
        Map<String, Map<String, Long>> figures = new TreeMap<>();
        client.sql(sql).param("businessDate", businessDate).query(row -> {
            figures.computeIfAbsent(row.getString(1), vendor -> new TreeMap<>())
                    .put(row.getString(2) + " " + row.getString(3), row.getLong(4));
        });
        return figures;
    }

    /** The vendor's mean on the latest night up to this one that measured it; empty if none did. */
    public Optional<Mean> mean(LocalDate businessDate, String vendor) {
        return client.sql("""
                        SELECT business_date, SUM(total_millis) / SUM(calls) FROM call_count
                        WHERE vendor = :vendor AND business_date <= :businessDate AND total_millis > 0
                        GROUP BY business_date ORDER BY business_date DESC FETCH FIRST 1 ROWS ONLY
                        """)
                .param("vendor", vendor)
                .param("businessDate", businessDate)
                .query((row, number) -> new Mean(Duration.ofMillis(row.getLong(2)), row.getObject(1, LocalDate.class)))
                .optional();
    }

    /** Whether the vendor answered a call of the night by anything but HTTP 403. */
    public boolean hasOtherThan403(LocalDate businessDate, String vendor) {
        return client.sql("""
                        SELECT COUNT(*) FROM call_count
                        WHERE business_date = :businessDate AND vendor = :vendor AND result <> 'http_403'
                            AND (result IN ('ok', 'not_ready', 'unasked') OR result LIKE 'http!_%' ESCAPE '!')
                        """)
                        .param("businessDate", businessDate)
                        .param("vendor", vendor)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether the vendor answered several calls of the night, and each by HTTP 403. */
    public boolean hasOnly403(LocalDate businessDate, String vendor) {
        long refusals = client.sql("""
                        SELECT COALESCE(CAST(SUM(calls) AS BIGINT), 0) FROM call_count
                        WHERE business_date = :businessDate AND vendor = :vendor AND result = 'http_403'
                        """)
                .param("businessDate", businessDate)
                .param("vendor", vendor)
                .query(Long.class)
                .single();
        return refusals > 1 && !hasOtherThan403(businessDate, vendor);
    }

    private void addAlike(LocalDate businessDate, String vendor, List<Call> alike) {
        Call call = alike.get(0);
        Map<String, Object> values = Map.of(
                "businessDate", businessDate,
                "run", run(businessDate),
                "vendor", vendor,
                "call", call.name(),
                "result", call.result(),
                "number", alike.size(),
                "unreadable", alike.stream().filter(Call::isWaitUnreadable).count(),
                "millis",
                        alike.stream()
                                .map(Call::took)
                                .reduce(Duration.ZERO, Duration::plus)
                                .toMillis());
        int updated = client.sql("""
                        UPDATE call_count SET calls = calls + :number, total_millis = total_millis + :millis,
                            unreadable_waits = unreadable_waits + :unreadable
                        WHERE business_date = :businessDate AND run_id = :run AND vendor = :vendor AND call = :call
                            AND result = :result
                        """).params(values).update();
        if (updated == 0) {
            client.sql("""
                            INSERT INTO call_count (business_date, run_id, vendor, call, result, calls, total_millis, unreadable_waits)
                            VALUES (:businessDate, :run, :vendor, :call, :result, :number, :millis, :unreadable)
                            """).params(values).update();
        }
    }

    /** 0 where no start is on record, as in tests of a part. */
    private long run(LocalDate businessDate) {
        return client.sql("SELECT COALESCE(MAX(run_id), 0) FROM run WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .query(Long.class)
                .single();
    }
}
