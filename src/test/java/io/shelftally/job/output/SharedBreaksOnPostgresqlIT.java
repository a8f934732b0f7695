package io.shelftally.job.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.OnPostgresql;
import io.shelftally.database.TestDatabase;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.BreakSighting;
import io.shelftally.matching.reconciliation.PlaceReport;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.tables.BreakRows;
import io.shelftally.publication.tables.ExportVersion;
import io.shelftally.publication.tables.ExportVersions;
import io.shelftally.publication.tables.GuardedTransactions;
import io.shelftally.publication.tables.SharedBreaks;
import io.shelftally.publication.tables.SharedBreaks.Told;
import io.shelftally.publication.tables.WriteGuard;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Breaks that are followed by statements over what several processes stored are those that one process follows scan by scan. */
@OnPostgresql
class SharedBreaksOnPostgresqlIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final List<Verdict> BREAKS =
            List.of(Verdict.values()).stream().filter(Verdict::isBreak).toList();

    /** The second is as an earlier release spelled the first; a new one has it as the first. */
    private static final List<String> PLACES = List.of("S 1/A", "S  1/A", "S1/Ä", "s1/a", "area:7", "scan:12");

    /** Whether a break is opened follows from the product, and the rules of the night. */
    private static final Gtin RESTRICTED = new Gtin("00000000000004");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theyAreTheSameNightByNight(long seed) {
        Random random = new Random(seed);
        try (Chain alone = new Chain();
                Chain shared = new Chain()) {
            for (int night = 0; night < 6; night++) {
                LocalDate date = FIRST.plusDays(night);
                List<Told> told = scans(random, night == 0);

                List<Break> expected = alone.followed(date, told);
                Collections.shuffle(told, random);
                List<Break> found = shared.stored(date, told);

                assertThat(found).as("night %s", date).containsExactlyElementsOf(expected);
                assertThat(night == 0 || !expected.isEmpty()).isTrue();
            }
        }
    }

    /** In the order of their ids. */
    private static List<Told> scans(Random random, boolean areOfAnEarlierRelease) {
        List<Told> told = new ArrayList<>();
        for (long scan = 1; scan <= 12; scan++) {
            int place = random.nextInt(PLACES.size());
            String name = PLACES.get(place == 1 && !areOfAnEarlierRelease ? 0 : place);
            List<BreakSighting> sightings = sightings(random, name, scan, areOfAnEarlierRelease);
            Set<Gtin> rows = new HashSet<>();
            sightings.forEach(seen -> rows.add(seen.gtin()));
            while (random.nextBoolean()) {
                rows.add(gtin(random));
            }
            boolean tellsOfAll = random.nextInt(3) == 0;
            told.add(new Told(scan, new PlaceReport(name, tellsOfAll, tellsOfAll ? Set.of() : rows), sightings));
        }
        return told;
    }

    private static List<BreakSighting> sightings(Random random, String place, long scan, boolean allOpen) {
        Set<Gtin> gtins = new HashSet<>();
        while (random.nextInt(3) > 0) {
            gtins.add(gtin(random));
        }
        return gtins.stream()
                .map(gtin -> new BreakSighting(
                        place,
                        random.nextBoolean() ? "s" + scan : null,
                        random.nextBoolean() ? "" : "section",
                        gtin,
                        scan,
                        BREAKS.get(random.nextInt(BREAKS.size())),
                        allOpen || !gtin.equals(RESTRICTED),
                        random.nextBoolean() ? "Cola \uD83D of " + scan : null))
                .toList();
    }

    private static Gtin gtin(Random random) {
        return new Gtin(String.format(Locale.ROOT, "%014d", random.nextInt(5)));
    }

    /** Nights that follow one another, in a database of their own. */
    private static final class Chain implements AutoCloseable {

        private final TestDatabase database = TestDatabase.migrated();
        private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        private final GuardedTransactions transactions = new GuardedTransactions(
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())), WriteGuard.NONE);
        private final BreakRows rows = new BreakRows(jdbc, transactions);
        private final ExportVersions versions = new ExportVersions(
                jdbc, transactions, Clock.fixed(Instant.parse("2026-11-23T04:05:06Z"), ZoneOffset.UTC));

        /** As by one process. */
        List<Break> followed(LocalDate date, List<Told> told) {
            int export = versions.begin(date, "");
            BreakBook book = new BreakBook(date, export, versions.previousPublished(date), rows);
            told.forEach(one -> book.enter(List.of(one.report()), one.sightings()));
            book.finish();
            return published(export);
        }

        /** As by several. */
        List<Break> stored(LocalDate date, List<Told> told) {
            int export = versions.begin(date, "");
            Optional<Integer> previous = versions.previousPublished(date).map(ExportVersion::exportId);
            SharedBreaks breaks = new SharedBreaks(jdbc, transactions, rows);
            told.forEach(one -> breaks.store(export, previous, List.of(one)));
            breaks.write(export, previous, date);
            return published(export);
        }

        private List<Break> published(int export) {
            versions.publish(export, 1, Path.of("out"), "0".repeat(64));
            List<Break> found = new ArrayList<>();
            rows.forEach(export, found::add);
            return found;
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
