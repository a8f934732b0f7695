package io.shelftally.job.output;

import io.shelftally.console.NotFoundException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says of a night that is not published what stands in its place, in the same words for every command. */
public final class PublishedNights {

    private final JdbcClient client;

    public PublishedNights(JdbcClient client) {
        this.client = client;
    }

    public Optional<LocalDate> latest() {
        return client.sql("SELECT MAX(published_date) FROM export_version")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    public boolean has(LocalDate night) {
        return date("SELECT MAX(published_date) FROM export_version WHERE published_date = :night", night)
                .isPresent();
    }

    /** Such as {@code the night of 2026-11-23 is not published; the nearest that are, are 2026-11-22 and 2026-11-25}. */
    public NotFoundException none(LocalDate night) {
        String remedy = isBegun(night)
                ? "It was begun: jobs/nightly --date " + night + " takes it up where it ended."
                : "jobs/shelftally nights lists those that are.";
        return new NotFoundException("the night of " + night + " is not published; " + nearest(night) + ".\n" + remedy);
    }

    private String nearest(LocalDate night) {
        Optional<LocalDate> before =
                date("SELECT MAX(published_date) FROM export_version WHERE published_date <= :night", night);
        Optional<LocalDate> after =
                date("SELECT MIN(published_date) FROM export_version WHERE published_date >= :night", night);
        if (before.isPresent() && after.isPresent()) {
            return "the nearest that are, are " + before.get() + " and " + after.get();
        }
        return before.map(latest -> "the latest that is, is " + latest)
                .or(() -> after.map(first -> "the first that is, is " + first))
                .orElse("no night is yet");
    }

    private boolean isBegun(LocalDate night) {
        return client.sql("SELECT COUNT(*) FROM run WHERE business_date = :night AND abandoned_at IS NULL")
                        .param("night", night)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Optional<LocalDate> date(String sql, LocalDate night) {
        return client.sql(sql)
                .param("night", night)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }
}
