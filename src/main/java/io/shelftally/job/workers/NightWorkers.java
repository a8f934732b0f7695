package io.shelftally.job.workers;

import io.shelftally.publication.report.SharedWork;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What workers did in all starts of a night together, from the table run_worker. */
@Repository
public class NightWorkers {

    private static final Comparator<SharedWork.Worker> MOST_FIRST =
            Comparator.comparingLong(SharedWork.Worker::settled).reversed().thenComparing(SharedWork.Worker::name);

    private record Part(long run, String worker, String host, Instant from, Instant to, long slices, long items) {}

    private final JdbcClient client;

    NightWorkers(JdbcClient client) {
        this.client = client;
    }

    /** Without those of attempts that were given up, and those who only derived. */
    public SharedWork of(LocalDate businessDate) {
        List<Part> parts = client.sql("""
                        SELECT w.run_id, worker, host, from_at, to_at, slices, items FROM run_worker w
                        JOIN run r ON r.run_id = w.run_id AND r.abandoned_at IS NULL
                        WHERE w.business_date = :businessDate AND w.slices > 0
                        """)
                .param("businessDate", businessDate)
                .query((row, number) -> new Part(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
        return new SharedWork(
                grouped(parts, part -> String.valueOf(part.run())).values().stream()
                        .map(NightWorkers::span)
                        .reduce(Duration.ZERO, Duration::plus),
                grouped(parts, Part::worker).values().stream()
                        .map(NightWorkers::worker)
                        .sorted(MOST_FIRST)
                        .toList());
    }

    private static Map<String, List<Part>> grouped(List<Part> parts, Function<Part, String> by) {
        return parts.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    /** One process in several starts of the night. */
    private static SharedWork.Worker worker(List<Part> of) {
        return new SharedWork.Worker(
                of.get(0).worker(),
                of.get(0).host(),
                first(of),
                of.stream().map(part -> span(List.of(part))).reduce(Duration.ZERO, Duration::plus),
                of.stream().mapToLong(Part::slices).sum(),
                of.stream().mapToLong(Part::items).sum());
    }

    private static Duration span(List<Part> parts) {
        Instant last =
                parts.stream().map(Part::to).max(Comparator.naturalOrder()).orElseThrow();
        return Duration.between(first(parts), last);
    }

    private static Instant first(List<Part> parts) {
        return parts.stream().map(Part::from).min(Comparator.naturalOrder()).orElseThrow();
    }
}
