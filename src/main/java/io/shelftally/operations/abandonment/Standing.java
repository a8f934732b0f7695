package io.shelftally.operations.abandonment;

import io.shelftally.console.NotFoundException;
import io.shelftally.intake.worklist.BadInputException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether a night can be given up. */
@Repository
class Standing {

    private static final int MOST_NAMED = 5;

    /**
     * The latest night that has items of this one and took its work list after this one was begun: what it took on may be
     * copied from here. One that was not run since has its own; where the runs are gone nobody knows.
     */
    private static final String GOES_ON_FROM_IT = """
            SELECT later.business_date,
                SUM(later.captures) AS captures, SUM(later.scans) AS scans,
                (SELECT COUNT(*) FROM published_night p WHERE p.business_date = later.business_date) AS published
            FROM (SELECT l.business_date, COUNT(*) AS captures, 0 AS scans
                    FROM capture_item d JOIN capture_item l
                        ON l.capture_id = d.capture_id AND l.business_date > d.business_date
                    WHERE d.business_date = :night GROUP BY l.business_date
                UNION ALL SELECT l.business_date, 0, COUNT(*)
                    FROM scan_item d JOIN scan_item l ON l.scan_id = d.scan_id AND l.business_date > d.business_date
                    WHERE d.business_date = :night AND NOT d.reopened AND NOT l.reopened
                    GROUP BY l.business_date) later
            WHERE COALESCE((SELECT MAX(r.run_id) FROM run r WHERE r.business_date = later.business_date), :newest)
                > COALESCE((SELECT MIN(r.run_id) FROM run r
                    WHERE r.business_date = :night AND r.abandoned_at IS NULL), 0)
            GROUP BY later.business_date ORDER BY later.business_date DESC FETCH FIRST 1 ROW ONLY
            """;

    private final JdbcClient client;

    Standing(JdbcClient client) {
        this.client = client;
    }

    /**
     * Throws {@link NotFoundException} for a night that was never begun, and {@link BadInputException} for one that was
     * published or that a later night goes on from.
     */
    void check(LocalDate night) {
        if (!isBegun(night)) {
            throw new NotFoundException(
                    "the night of " + night + " was never begun; begun and not published: " + open());
        }
        published(night).ifPresent(version -> {
            throw new BadInputException("the night of " + night + " is published" + version
                    + ": only one that never was can be given up.\n"
                    + "Run it again with nightly or rerun to mend it; prune deletes what is old.");
        });
        checkLater(night);
    }

    /** The starts of the night, the first one first. */
    List<Long> runs(LocalDate night) {
        return client.sql("SELECT run_id FROM run WHERE business_date = :night ORDER BY run_id")
                .param("night", night)
                .query(Long.class)
                .list();
    }

    private void checkLater(LocalDate night) {
        client.sql(GOES_ON_FROM_IT)
                .param("night", night)
                .param("newest", Long.MAX_VALUE)
                .query((row, number) -> new Later(
                        row.getObject("business_date", LocalDate.class),
                        row.getLong("captures"),
                        row.getLong("scans"),
                        row.getLong("published") > 0))
                .optional()
                .ifPresent(later -> {
                    throw new BadInputException("the night of " + night + " cannot be given up: that of "
                            + later.night() + " goes on from it, with " + later.captures() + " of its captures and "
                            + later.scans() + " of its scans.\n"
                            + (later.isPublished()
                                    ? "Nothing waits: what was open of " + night + " is that night's since."
                                    : "Give that one up first: jobs/shelftally abandon " + later.night() + "."));
                });
    }

    /** The latest night that goes on from the one in question, and what both have. */
    private record Later(LocalDate night, long captures, long scans, boolean isPublished) {}

    private boolean isBegun(LocalDate night) {
        return client.sql("""
                        SELECT (SELECT COUNT(*) FROM run WHERE business_date = :night)
                            + (SELECT COUNT(*) FROM capture_item WHERE business_date = :night)
                            + (SELECT COUNT(*) FROM scan_item WHERE business_date = :night)
                            + (SELECT COUNT(*) FROM export_version WHERE business_date = :night)
                        """).param("night", night).query(Long.class).single() > 0;
    }

    /** Which version, in words; a run that died after its rows were shown finishes its publication when it is started again. */
    private Optional<String> published(LocalDate night) {
        return client.sql("""
                        SELECT MAX(shown.version) FROM
                            (SELECT version FROM export_version WHERE business_date = :night AND state <> 'BUILDING'
                            UNION ALL SELECT 0 FROM published_night WHERE business_date = :night) shown
                        HAVING COUNT(*) > 0
                        """)
                .param("night", night)
                .query(Integer.class)
                .optional()
                .map(version -> version == 0 ? "" : " (version " + version + ")");
    }

    private String open() {
        List<LocalDate> nights = client.sql("""
                        SELECT business_date FROM run
                        WHERE abandoned_at IS NULL AND business_date NOT IN (SELECT business_date FROM published_night)
                        GROUP BY business_date ORDER BY business_date DESC
                        """).query(LocalDate.class).list();
        String more = nights.size() > MOST_NAMED ? " and " + (nights.size() - MOST_NAMED) + " more" : "";
        return nights.isEmpty()
                ? "none"
                : nights.stream().limit(MOST_NAMED).map(LocalDate::toString).collect(Collectors.joining(", ")) + more;
    }
}
