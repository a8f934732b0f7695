package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pruning that is killed, and started again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class PruneKillIT {

    private static final List<Integer> DAYS_AGO = List.of(20, 19, 18, 3);
    private static final String[] PRUNE = {"prune", "--keep-days", "12", "--json"};

    @TempDir
    private static Path home;

    private final Story story = new Story(
            2, DAYS_AGO.stream().map(LocalDate.now(ZoneOffset.UTC)::minusDays).toList());

    @BeforeAll
    void pruneUndisturbed() throws IOException {
        Desk desk = new Desk(home.resolve("nights"));
        IntStream.range(0, DAYS_AGO.size()).forEach(night -> {
            try (Sandbox sandbox = story.world(night).start()) {
                assertThat(story.lists(desk.facing(sandbox), night)
                                .night(story.date(night), "--wait", "0", "--allow-empty", "--quiet")
                                .code())
                        .isZero();
            }
        });
        assertThat(copy("undisturbed").run(arguments("undisturbed")).code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROWS_AFTER_COMMIT:1",
                "DIRECTORY_SYNCED:3",
                "ROWS_BEFORE_COMMIT:9",
                "NIGHT_AFTER_COMMIT:2",
                "NIGHT_BEFORE_COMMIT:8"
            })
    void theNextOneFinishesItAndNoReaderFindsHalfANight(String failpoint) throws Exception {
        Desk desk = copy(failpoint);

        try (ChildProcess killed =
                desk.java("-Dshelftally.failpoint=" + failpoint).runElsewhere(arguments(failpoint))) {
            assertThat(killed.exitCode()).as(killed.err()).isEqualTo(137);
        }

        for (int night = 0; night < DAYS_AGO.size(); night++) {
            Path link = desk.out().resolve(story.date(night));
            assertThat(Files.notExists(link, LinkOption.NOFOLLOW_LINKS)
                            || desk.published(story.date(night)).exists())
                    .as(link.toString())
                    .isTrue();
        }
        assertThat(desk.run(arguments(failpoint)).code()).isZero();
        assertThat(rows(failpoint)).isEqualTo(rows("undisturbed"));
        assertThat(names(failpoint)).isEqualTo(names("undisturbed"));
    }

    private static String[] arguments(String copy) {
        return Stream.concat(
                        Stream.of(PRUNE),
                        Stream.of("--out", home.resolve(copy).resolve("out").toString()))
                .toArray(String[]::new);
    }

    private static Desk copy(String name) throws IOException {
        Path from = home.resolve("nights");
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path to = home.resolve(name).resolve(from.relativize(path).toString());
                Files.copy(path, to, LinkOption.NOFOLLOW_LINKS);
            }
        }
        return new Desk(home.resolve(name));
    }

    private static List<String> rows(String copy) {
        return TestDatabase.rows(TestDatabase.url(home.resolve(copy))).stream()
                .filter(row -> !row.toLowerCase(Locale.ROOT).contains("run_lease"))
                .toList();
    }

    private static List<String> names(String copy) throws IOException {
        Path out = home.resolve(copy).resolve("out");
        try (Stream<Path> paths = Files.walk(out)) {
            return paths.map(path -> out.relativize(path).toString()).sorted().toList();
        }
    }
}
