package io.shelftally.job.site;

import io.shelftally.calls.collect.CallCounts;
import io.shelftally.publication.site.KeptNight;
import io.shelftally.publication.site.KeptNight.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table night_count: the figures of published nights, which outlive their rows and files; in the caller's transaction. */
@Repository
public class KeptNights {

    private final JdbcClient client;
    private final CallCounts calls;

    public KeptNights(JdbcClient client, CallCounts calls) {
        this.client = client;
        this.calls = calls;
    }

    /** In place of what was kept of the date before. */
    public void keep(KeptNight figures) {
        KeptNight night = figures.with(times(figures.businessDate()));
        client.sql("DELETE FROM night_count WHERE business_date = :date")
                .param("date", night.businessDate())
                .update();
        new TreeMap<>(night.counts())
                .forEach((kind, names) -> new TreeMap<>(names)
                        .forEach((name, counted) -> client.sql("""
                                INSERT INTO night_count (business_date, kind, name, counted)
                                VALUES (:date, :kind, :name, :counted)
                                """)
                                .param("date", night.businessDate())
                                .param("kind", kind.name())
                                .param("name", name)
                                .param("counted", counted)
                                .update()));
    }

    /** Of each vendor those of the start that made the most calls: a rerun that asks three times measures nothing of a night. */
    private Map<Kind, Map<String, Long>> times(LocalDate date) {
        Map<Kind, Map<String, Long>> times = new EnumMap<>(Kind.class);
        List.of(Kind.TIMED, Kind.P50, Kind.P99).forEach(kind -> times.put(kind, new TreeMap<>()));
        between(date, date)
                .forEach(before -> times.forEach(
                        (kind, names) -> names.putAll(before.counts().getOrDefault(kind, Map.of()))));
        Map<String, Long> timed = Objects.requireNonNull(times.get(Kind.TIMED));
        calls.times(date).forEach((vendor, now) -> {
            if (now.calls() > timed.getOrDefault(vendor, 0L)) {
                timed.put(vendor, now.calls());
                Objects.requireNonNull(times.get(Kind.P50)).put(vendor, now.p50Millis());
                Objects.requireNonNull(times.get(Kind.P99)).put(vendor, now.p99Millis());
            }
        });
        return times;
    }

    /** Whether it is kept as this version, whose files stand as they were published. */
    public boolean isKept(LocalDate date, int version) {
        return client.sql("""
                        SELECT COUNT(*) FROM night_count
                        WHERE business_date = :date AND kind = 'NIGHT' AND name = 'VERSION' AND counted = :version
                        """)
                        .param("date", date)
                        .param("version", version)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those from the first date to the last, the earliest first. */
    List<KeptNight> between(LocalDate first, LocalDate last) {
        Map<LocalDate, Map<Kind, Map<String, Long>>> nights = new TreeMap<>();
        client.sql("""
                        SELECT business_date, kind, name, counted FROM night_count
                        WHERE business_date BETWEEN :first AND :last
                        """).param("first", first).param("last", last).query(row -> {
            nights.computeIfAbsent(row.getObject(1, LocalDate.class), date -> new EnumMap<>(Kind.class))
                    .computeIfAbsent(Kind.valueOf(row.getString(2)), kind -> new HashMap<>())
                    .put(row.getString(3), row.getLong(4));
        });
        List<KeptNight> kept = new ArrayList<>();
        nights.forEach((date, counts) -> kept.add(new KeptNight(date, counts)));
        return kept;
    }
}
