package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.nights.DrawnNights.Start;
import io.shelftally.nights.NightsModel.Lines;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nights drawn from seeds come out as a model of the rules says that was written from docs/rules.md alone.
 * {@code -Dnights.seeds=1000-1999} plays others.
 */
class NightsByTheRulesIT {

    @TempDir
    private Path home;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyNightComesOutAsTheRulesSay(long seed) {
        DrawnNights drawn = new DrawnNights(seed);
        NightsModel model = new NightsModel(drawn);
        Desk desk = new Desk(home);
        Set<String> dates = new TreeSet<>();

        for (Start start : drawn.starts) {
            Optional<Lines> expected = model.play(start);
            InProcess.Ended ended = run(desk, drawn, start);

            String where = "seed " + seed + ", night of " + start.date();
            assertThat(ended.code()).as(where + ": " + ended.err()).isEqualTo(expected.isPresent() ? 0 : 69);
            expected.ifPresent(lines -> {
                check(where, lines, desk.published(start.date().toString()));
                dates.add(start.date().toString());
            });
        }
        dates.forEach(date -> {
            InProcess.Ended replayed = desk.run("replay", "--date", date);
            assertThat(replayed.code()).as(replayed.err()).isZero();
        });
    }

    private static InProcess.Ended run(Desk desk, DrawnNights drawn, Start start) {
        desk.captures(Stream.concat(
                        Stream.of("capture_id,scan_id,store_id"),
                        start.captures().stream()
                                .map(line -> line.id() + "," + Objects.toString(line.scan(), "") + "," + line.store()))
                .toArray(String[]::new));
        desk.scans(Stream.concat(
                        Stream.of("scan_id,store_id,section"),
                        start.scans().stream().map(line -> line.id() + "," + line.store() + "," + line.section()))
                .toArray(String[]::new));
        try (Sandbox sandbox = drawn.world(start).start()) {
            desk.facing(sandbox);
            if (start.isPensaDown()) {
                desk.set("shelftally.pensa.base-url", "http://127.0.0.1:1");
            }
            return desk.night(
                    start.date().toString(),
                    "--wait",
                    "0",
                    "--quiet",
                    "--allow-empty",
                    "--max-retries",
                    "" + drawn.maxRetries);
        }
    }

    private static void check(String where, Lines expected, Published published) {
        same(where + ", captures.csv", expected.captures(), published.captures());
        same(where + ", scans.csv", expected.scans(), published.scans());
        same(where + ", reconciled_items.csv", expected.items(), published.items());
    }

    /** By the columns that are expected. */
    private static void same(
            String where, Map<String, Map<String, String>> expected, Map<String, Map<String, String>> found) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            Map<String, String> row = new LinkedHashMap<>(found.getOrDefault(key, Map.of()));
            Map<String, String> wanted = expected.getOrDefault(key, Map.of());
            row.keySet().retainAll(wanted.isEmpty() ? row.keySet() : wanted.keySet());
            if (!row.equals(wanted)) {
                differences.add(key + " is " + row + "\n  but is to be " + wanted);
            }
        }
        assertThat(differences).as(where).isEmpty();
    }

    static LongStream seeds() {
        String[] ends = System.getProperty("nights.seeds", "1-3").split("-", 2);
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }
}
