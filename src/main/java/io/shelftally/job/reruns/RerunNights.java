package io.shelftally.job.reruns;

import io.shelftally.console.NotFoundException;
import io.shelftally.intake.selection.Selection;
import io.shelftally.intake.selection.StoreIds;
import io.shelftally.intake.worklist.BadInputException;
import io.shelftally.job.output.PublishedNights;
import io.shelftally.night.captures.CaptureReruns;
import io.shelftally.night.items.NearItems;
import io.shelftally.night.items.NightStores;
import io.shelftally.night.scans.ScanReruns;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which nights of a span can be run again. */
@Component
public class RerunNights {

    private static final int MOST_NAMED = 10;

    private final JdbcClient client;
    private final CaptureReruns captures;
    private final ScanReruns scans;

    RerunNights(JdbcClient client, CaptureReruns captures, ScanReruns scans) {
        this.client = client;
        this.captures = captures;
        this.scans = scans;
    }

    /**
     * The dates of the span that were published and have captures or scans, in order; throws {@link NotFoundException} if
     * there is none. A night that was not published has items that nobody asked about: that is for the night itself. One that
     * was pruned lacks most of its items.
     */
    public List<LocalDate> of(RerunOptions options) {
        List<LocalDate> nights = client.sql("""
                        SELECT n.published_date FROM export_version n
                        WHERE n.published_date BETWEEN :from AND :to AND
                            (EXISTS (SELECT 1 FROM capture_item c WHERE c.business_date = n.published_date)
                            OR EXISTS (SELECT 1 FROM scan_item s WHERE s.business_date = n.published_date))
                        ORDER BY n.published_date
                        """)
                .param("from", options.from())
                .param("to", options.to())
                .query(LocalDate.class)
                .list();
        if (nights.isEmpty()) {
            throw nothing(options);
        }
        checkIds(options);
        checkStores(options);
        return nights;
    }

    /** An id that no night of the span has is most likely a slip; throws {@link BadInputException}. */
    private void checkIds(RerunOptions options) {
        Selection selection = options.selection();
        Set<String> unknownCaptures = selection.captures().isEmpty()
                ? Set.of()
                : captures.unknown(options.from(), options.to(), selection.captures());
        Set<Long> unknownScans =
                selection.scans().isEmpty() ? Set.of() : scans.unknown(options.from(), options.to(), selection.scans());
        if (!unknownCaptures.isEmpty() || !unknownScans.isEmpty()) {
            throw new BadInputException(span(options) + ": there is "
                    + Stream.of(missing("capture", unknownCaptures), missing("scan", unknownScans))
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining(", and "))
                    + near(unknownCaptures, unknownScans)
                    + ".\nLook the ids up in captures.csv and scans.csv of the date, or name another date.");
        }
    }

    /** Of ids that are unknown alone: many are the list of another date. */
    private String near(Set<String> captures, Set<Long> scans) {
        NearItems near = new NearItems(client);
        return Stream.concat(
                        captures.stream().filter(id -> captures.size() == 1).map(near::capture),
                        scans.stream().filter(id -> scans.size() == 1).map(near::scan))
                .map(words -> "; " + words)
                .collect(Collectors.joining());
    }

    private void checkStores(RerunOptions options) {
        Set<String> asked = options.selection().stores();
        if (!asked.isEmpty()) {
            StoreIds.unknown(asked, new NightStores(client).of(options.from(), options.to()))
                    .ifPresent(words -> {
                        throw new NotFoundException(span(options) + ": there is " + words);
                    });
        }
    }

    private static Optional<String> missing(String what, Set<?> ids) {
        List<String> sorted = ids.stream().map(String::valueOf).sorted().toList();
        String named = sorted.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        String more = sorted.size() > MOST_NAMED ? " and " + (sorted.size() - MOST_NAMED) + " more" : "";
        return sorted.isEmpty() ? Optional.empty() : Optional.of("no " + what + " " + named + more);
    }

    private NotFoundException nothing(RerunOptions options) {
        PublishedNights published = new PublishedNights(client);
        boolean isOne = options.from().equals(options.to());
        if (isOne && !published.has(options.from())) {
            return published.none(options.from());
        }
        String what =
                wasStarted(options) ? "not published yet" : "there is none with a capture or scan, or it was pruned";
        return new NotFoundException(span(options) + ": " + what + "; the latest night is "
                + published.latest().map(LocalDate::toString).orElse("none")
                + ".\nName another date, or run the night with nightly: it resumes.");
    }

    private boolean wasStarted(RerunOptions options) {
        return client.sql("""
                        SELECT COUNT(*) FROM run
                        WHERE business_date BETWEEN :from AND :to AND abandoned_at IS NULL
                            AND business_date NOT IN (SELECT business_date FROM published_night)
                        """)
                        .param("from", options.from())
                        .param("to", options.to())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static String span(RerunOptions options) {
        return options.from().equals(options.to())
                ? "night of " + options.from()
                : "nights from " + options.from() + " to " + options.to();
    }
}
