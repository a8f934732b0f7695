package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reruns of parts of a night, however it is parted and in whatever order, end in the bytes of one rerun of all of it, given
 * that the vendors answer the same.
 */
class RerunAlgebraIT {

    private static final String DATE = "2026-11-02";
    private static final String NEXT = "2026-11-03";
    private static final int SCANS = 7;
    private static final int CAPTURES = 14;
    private static final String A = "'code': '00013562302284'";
    private static final String B = "'code': '00014100095071'";

    private static final List<String> CAPTURE_LIVES = List.of(
            A,
            B,
            A + ", 'progression': ['NOT_FOUND']",
            A + ", 'progression': ['PENDING']",
            A + ", 'readSteps': [{'status': 500}]",
            A + ", 'readSteps': [{'status': 403, 'times': 'forever'}]",
            A + ", 'readSteps': [{'status': 404, 'times': 'forever'}]",
            A + ", 'progression': ['FAILED'], 'afterRetry': [['COMPLETED']]",
            A + ", 'progression': ['FAILED'], 'afterRetry': [['FAILED']]",
            A + ", 'progression': ['FAILED'], 'retrySteps': [{'status': 409, 'times': 'forever'}]",
            B + ", 'object': {'metadata': {'scan_guid': 'shelf-1'}}",
            B + ", 'object': {'metadata': {'scan_guid': 'shelf-3'}}");

    private static final List<String> SCAN_LIVES = List.of(
            "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}",
            "'report': {'ITEMS_SEEN': ['00014100095071'], 'OOS': ['00013562302284']}",
            "'progression': ['IN_PROGRESS']",
            "'progression': ['FAILED']",
            "'progression': [null]",
            "",
            "'report': {'ITEMS_SEEN': []}, 'reportSteps': [{'status': 422, 'times': 'forever'}]");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partialRerunsEndInTheBytesOfTheFullOne(long seed) {
        Random random = new Random(seed);
        Path home = folder.resolve("whole");
        lists(desk(home), random);
        night(home, DATE, random);
        if (seed % 3 == 0) {
            desk(home).captures("capture_id").scans("scan_id");
            night(home, NEXT, random);
        }
        Path other = copied(home, folder.resolve("parted"));
        WorldText world = world(random);

        rerun(home, world, List.of(List.of()));
        List<List<String>> parts = parts(random);
        rerun(other, world, parts);

        assertThat(desk(other).published(DATE).evidence())
                .as("seed %d, parts %s", seed, parts)
                .isEqualTo(desk(home).published(DATE).evidence());
    }

    private static List<List<String>> parts(Random random) {
        List<List<String>> parts = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            parts.add(List.of("--failed"));
            parts.add(List.of("--open"));
        } else {
            List<String> captures = new ArrayList<>(
                    IntStream.range(0, CAPTURES).mapToObj(RerunAlgebraIT::id).toList());
            List<String> scans = new ArrayList<>(
                    IntStream.rangeClosed(1, SCANS).mapToObj(String::valueOf).toList());
            Collections.shuffle(captures, random);
            Collections.shuffle(scans, random);
            int captureCut = 1 + random.nextInt(CAPTURES - 1);
            int scanCut = 1 + random.nextInt(SCANS - 1);
            int overlap = random.nextInt(3);
            parts.add(List.of("--captures", String.join(",", captures.subList(0, captureCut))));
            parts.add(List.of(
                    "--captures",
                    String.join(",", captures.subList(Math.max(0, captureCut - overlap), CAPTURES)),
                    "--scans",
                    String.join(",", scans.subList(0, scanCut))));
            parts.add(List.of("--scans", String.join(",", scans.subList(Math.max(0, scanCut - overlap), SCANS))));
        }
        Collections.shuffle(parts, random);
        return parts;
    }

    private static void lists(Desk desk, Random random) {
        List<String> captures = new ArrayList<>(List.of("capture_id,scan_id,store_id"));
        for (int i = 0; i < CAPTURES; i++) {
            String scan = random.nextInt(4) == 0 ? "" : String.valueOf(1 + random.nextInt(SCANS));
            captures.add(id(i) + "," + scan + "," + (random.nextBoolean() ? "" : "S" + random.nextInt(3)));
        }
        List<String> scans = new ArrayList<>(List.of("scan_id,store_id,section"));
        for (int i = 1; i <= SCANS; i++) {
            scans.add(i + ",S" + random.nextInt(3) + "," + (random.nextBoolean() ? "" : "dairy"));
        }
        desk.captures(captures.toArray(String[]::new)).scans(scans.toArray(String[]::new));
    }

    private static WorldText world(Random random) {
        WorldText world = new WorldText();
        for (int i = 0; i < CAPTURES; i++) {
            world.capture(id(i), CAPTURE_LIVES.get(random.nextInt(CAPTURE_LIVES.size())));
        }
        for (int i = 1; i <= SCANS; i++) {
            world.scan(i, SCAN_LIVES.get(random.nextInt(SCAN_LIVES.size())));
        }
        return world;
    }

    private static void night(Path home, String date, Random random) {
        try (Sandbox sandbox = world(random).start()) {
            assertSuccess(desk(home).facing(sandbox).night(date, "--wait", "0", "--quiet", "--allow-empty"));
        }
    }

    private static void rerun(Path home, WorldText world, List<List<String>> parts) {
        try (Sandbox sandbox = world.start()) {
            Desk desk = desk(home).facing(sandbox);
            for (List<String> part : parts) {
                List<String> args = new ArrayList<>(List.of("rerun", "--date", DATE, "--wait", "0", "--quiet"));
                args.addAll(List.of("--out", desk.out().toString()));
                args.addAll(part);
                assertSuccess(desk.run(args.toArray(String[]::new)));
            }
        }
    }

    private static void assertSuccess(InProcess.Ended ended) {
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    private static Desk desk(Path home) {
        return new Desk(home)
                .set("shelftally.coverage.scans-answered", "0")
                .set("shelftally.coverage.captures-answered", "0");
    }

    private static String id(int number) {
        return Ids.id("capture" + (char) ('A' + number));
    }

    private static Path copied(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isSymbolicLink(path)) {
                    Files.createSymbolicLink(copy, Files.readSymbolicLink(path));
                } else {
                    Files.copy(path, copy);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
