package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights and what is told of them are the same wherever the job runs: other digits, another upper case of i, another zone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaceIT {

    private static final String NOWHERE = "-Duser.language= -Duser.country= -Duser.timezone=UTC -Dfile.encoding=UTF-8";

    /** They hold times, or figures of this machine. */
    private static final List<String> OF_THE_MOMENT = List.of(
            "summary.json",
            "report.html",
            "trends.html",
            "SHA256SUMS",
            "_SUCCESS",
            "-runs",
            "-show",
            "-doctor",
            "-replay",
            "-prune");

    @TempDir
    private Path folder;

    private Map<String, String> expected = Map.of();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=ar -Duser.country=EG -Duser.timezone=Africa/Cairo -Dfile.encoding=ISO-8859-1",
                "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu -Dfile.encoding=US-ASCII"
            })
    void aNightIsTheSameEverywhere(String place) throws Exception {
        expected = expected.isEmpty() ? texts(NOWHERE) : expected;

        Map<String, String> texts = texts(place);

        assertThat(texts).containsOnlyKeys(expected.keySet());
        texts.forEach((name, text) -> assertThat(text.replaceAll("\\P{Nd}", ""))
                .as("the digits of %s", name)
                .matches("[0-9]*"));
        texts.keySet().removeIf(name -> OF_THE_MOMENT.stream().anyMatch(name::endsWith));
        assertThat(texts).allSatisfy((name, text) -> assertThat(text).as(name).isEqualTo(expected.get(name)));
    }

    @Test
    void theNightsOfThisTestPublishTwoVersions() throws Exception {
        expected = expected.isEmpty() ? texts(NOWHERE) : expected;

        assertThat(expected).containsKey("out/.versions/" + PlaceNights.DATE + "/2/_SUCCESS");
        assertThat(expected.get("told-2-nightly")).startsWith("exit 0\n");
        assertThat(expected.get("out/.versions/" + PlaceNights.DATE + "/2/quarantine.csv"))
                .contains("captures.csv,4,scan_id");
    }

    /** What a process at the place leaves of its nights, by file. */
    private Map<String, String> texts(String place) throws Exception {
        Path home = Files.createTempDirectory(folder, "place");
        Path options = Files.writeString(home.resolve("options"), place.replace(' ', '\n'));
        try (Sandbox sandbox = world().start()) {
            Desk desk = new Desk(home)
                    .set("spring.datasource.url", "jdbc:h2:file:" + home.resolve("database"))
                    .scans("scan_id,section", "1,Çikolata", "2,iI", "3,")
                    .facing(sandbox);
            lists(home);
            ChildProcess child = desk.elsewhere(PlaceNights.class, "@" + options, List.of(home.toString()));
            assertThat(child.exitCode()).as(child.err()).isZero();
        }
        return texts(home);
    }

    private static Map<String, String> texts(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            Map<String, String> texts = new TreeMap<>();
            files.filter(file -> file.startsWith(home.resolve("out/.versions"))
                            || file.getFileName().toString().startsWith("told-"))
                    .filter(Files::isRegularFile)
                    .forEach(file -> texts.put(home.relativize(file).toString(), text(file, home)));
            return texts;
        }
    }

    private static String text(Path file, Path home) {
        try {
            return Files.readString(file).replace(home.toString(), "HOME");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lists(Path home) throws IOException {
        String start = "CAPTURE_ID,SCAN_ID\n" + Ids.id("one") + ",1\n" + Ids.id("failed") + ",2\n" + Ids.id("bad")
                + ",1x\n" + Ids.id("lost") + ",1\n" + Ids.id("two") + ",3\n";
        Files.writeString(Files.createDirectories(home.resolve("first")).resolve("captures.csv"), start);
        Files.writeString(
                Files.createDirectories(home.resolve("second")).resolve("captures.csv"),
                start + Ids.id("three") + ",3\n");
    }

    private static WorldText world() {
        String code = "'code': '00013562302284'";
        return new WorldText()
                .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284']}")
                .scan(2, "'report': {'ITEMS_SEEN': ['00013562302284']}")
                .scan(3, "'report': {'ITEMS_SEEN': []}")
                .capture(Ids.id("one"), code)
                .capture(Ids.id("two"), code)
                .capture(Ids.id("three"), code)
                .capture(Ids.id("failed"), code, "'progression': ['FAILED']");
    }
}
