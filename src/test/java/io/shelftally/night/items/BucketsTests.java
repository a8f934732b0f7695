package io.shelftally.night.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.intake.worklist.ScanEntry;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.scans.ScanNights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever ids a vendor gives, the 64 buckets of a night are about alike in size. */
class BucketsTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 21);
    private static final int BUCKETS = 64;
    private static final int EACH = 50;
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final JdbcClient client = JdbcClient.create(jdbc);
    private final NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(jdbc);

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 10, 63, 64, 1000, 4096, 65536})
    void scansWhoseIdsAreSoFarApartFallIntoAllBuckets(long apart) {
        List<ScanEntry> scans = LongStream.range(0, BUCKETS * EACH)
                .mapToObj(number -> new ScanEntry(40_000 + number * apart, null, null))
                .toList();

        new ScanNights(client, batches).take(NIGHT, scans, Instant.EPOCH);

        assertAlike("SELECT COUNT(*) FROM scan_item GROUP BY bucket");
    }

    @Test
    void capturesWithRandomIdsFallIntoAllBuckets() {
        Random random = new Random(7);
        List<CaptureEntry> captures = Stream.generate(() -> id(random))
                .distinct()
                .limit(BUCKETS * EACH)
                .map(id -> new CaptureEntry(id, null, null))
                .toList();

        new CaptureNights(client, batches).take(NIGHT, captures, Instant.EPOCH);

        assertAlike("SELECT COUNT(*) FROM capture_item GROUP BY bucket");
    }

    private void assertAlike(String sizes) {
        List<Integer> found = jdbc.queryForList(sizes, Integer.class);
        assertThat(found).hasSize(BUCKETS).allSatisfy(size -> assertThat(size).isBetween(EACH / 3, EACH * 3));
    }

    private static String id(Random random) {
        return IntStream.range(0, 22)
                .mapToObj(place -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining());
    }
}
