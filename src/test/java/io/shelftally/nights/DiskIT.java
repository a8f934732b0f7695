package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.http.HostileAnswers;
import io.shelftally.operations.cli.InProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights whose disk is full, or whose database file is taken, spoilt or gone. */
@Timeout(180)
class DiskIT {

    private static final String DATE = "2026-11-02";
    private static final int PRODUCTS = 500;

    private final HostileVendor vendor = new HostileVendor();

    @TempDir
    private Path home;

    private Desk desk = new Desk(Path.of("unset"));

    @BeforeEach
    void publishAFirstVersion() {
        desk = published("home");
    }

    @AfterEach
    void stop() throws IOException {
        vendor.close();
    }

    /** The places of a scan stand in each line of the file, and once in the database. A limit on the size of a file stands for the full disk: the system refuses what is written beyond it. */
    @Test
    void aFullDiskUnderTheFilesLeavesTheOldVersionAndARerunWithSpaceFinishes() throws Exception {
        String[] scans = wideScans();
        desk.scans(scans);

        String err = fails(desk, 4 << 20);

        assertThat(err).contains("cannot write ", "reconciled_items.csv", "space");
        assertFinished(scans);
    }

    @Test
    void aFullDiskUnderTheFilesOfAReplayLeavesAllElseAndOneWithSpaceFinishes() throws Exception {
        assertThat(desk.scans(wideScans()).night(DATE).code()).isZero();
        String out = home.resolve("replayed").toString();

        try (ChildProcess child =
                desk.filesUpTo(4 << 20).runElsewhere("replay", "--date", DATE, "--out", out, "--quiet")) {
            assertThat(child.exitCode()).as(child.err()).isEqualTo(73);
            assertThat(child.err())
                    .contains("cannot write ", "reconciled_items.csv")
                    .doesNotContain("\tat ");
        }

        InProcess.Ended again = desk.run("replay", "--date", DATE, "--out", out + "-again");
        assertThat(again.code()).as(again.err()).isZero();
    }

    @Test
    void aFullDiskUnderTheDatabaseLeavesTheOldVersionAndARerunWithSpaceFinishes() throws Exception {
        Random random = new Random(7);
        String[] scans = IntStream.rangeClosed(0, 60)
                .mapToObj(id -> id == 0 ? "scan_id" : Integer.toString(id))
                .toArray(String[]::new);
        for (int id = 2; id <= 60; id++) {
            byte[] noise = new byte[20_000];
            random.nextBytes(noise);
            String brand = ",\"brand\":\"" + HexFormat.of().formatHex(noise) + "\"";
            vendor.on("report " + id, HostileAnswers.json(HostileVendor.report("" + id, brand)));
        }
        desk.scans(scans);

        String err = fails(desk, Files.size(home.resolve("home").resolve("database.mv.db")) + (100 << 10));

        assertThat(err).contains("File too large", "spring.datasource.url");
        assertFinished(scans);
    }

    @Test
    void aDatabaseFileThatAnotherProcessHoldsIsToTryLater() throws Exception {
        vendor.on("statuses 2", out -> Thread.sleep(600_000));
        desk.scans("scan_id", "2").set("shelftally.http.read-timeout", "100s");
        try (ChildProcess holder = desk.nightElsewhere(DATE, "--wait", "100s")) {
            assertThat(holder.awaitLine(line -> line.contains("takeWorkList took")))
                    .isTrue();

            Captured<InProcess.Ended> second = Captured.of(() -> desk.night(DATE));

            assertThat(second.value().code()).isEqualTo(75);
            assertThat(second.value().err())
                    .contains("in use by another process")
                    .hasLineCount(1);
            assertThat(second.err()).doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "cut", "empty head"})
    void aSpoiltDatabaseIsToldOfAndItsBackupGoesOn(String how) throws IOException {
        Path file = home.resolve("home").resolve("database.mv.db");
        byte[] good = Files.readAllBytes(file);
        Files.write(file, spoilt(good, how));

        Captured<InProcess.Ended> ended = Captured.of(() -> desk.night(DATE));

        assertThat(ended.value().code()).as(ended.value().err()).isEqualTo(73);
        assertThat(ended.value().err()).contains("spring.datasource.url").doesNotContain("\tat ");
        assertThat(ended.err()).doesNotContain("\tat ");
        assertThat(desk.published(DATE).scans()).containsOnlyKeys("1");

        Files.write(file, good);
        assertThat(desk.scans("scan_id", "1", "3").night(DATE).code()).isZero();
        assertThat(desk.published(DATE).scans()).containsOnlyKeys("1", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/none/database", "/dev/null/database"})
    void aPlaceWhereNoDatabaseCanBeMadeIsToldOf(String place) {
        desk.set("spring.datasource.url", "jdbc:h2:file:" + place);

        Captured<InProcess.Ended> ended = Captured.of(() -> desk.night(DATE));

        assertThat(ended.value().code()).isEqualTo(73);
        assertThat(ended.value().err()).contains("spring.datasource.url");
        assertThat(ended.err()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/none", "/dev/null", "/dev/full/below"})
    void aPlaceWhereNothingCanBePublishedIsToldOf(String out) {
        Captured<InProcess.Ended> ended = Captured.of(() -> desk.night(DATE, "--out", out));

        assertThat(ended.value().code()).isEqualTo(73);
        assertThat(ended.value().err()).contains(out).hasLineCount(1);
        assertThat(ended.err()).doesNotContain("\tat ");
        assertThat(desk.night(DATE).code()).isZero();
    }

    @Test
    void anOutDirectoryThatVanishesDuringTheNightIsMadeAnew() {
        vendor.on("statuses 2", out -> {
            delete(desk.out());
            HostileAnswers.json(HostileVendor.statuses("2", "COMPLETE", "")).answer(out);
        });
        desk.scans("scan_id", "1", "2");

        assertThat(desk.night(DATE).code()).isZero();

        assertThat(desk.published(DATE).scans()).containsOnlyKeys("1", "2");
    }

    private String[] wideScans() {
        String wide = "\u5e97".repeat(255);
        List<String> scans = new ArrayList<>(List.of("scan_id,store_id,section", "1,,"));
        for (int id = 2; id <= 9; id++) {
            vendor.on("report " + id, HostileAnswers.json(report(Integer.toString(id))));
            scans.add(id + "," + wide + "," + wide);
        }
        return scans.toArray(String[]::new);
    }

    private Desk published(String name) {
        Desk fresh = new Desk(home.resolve(name)).facing(vendor.address()).scans("scan_id", "1");
        InProcess.Ended first = fresh.night(DATE);
        assertThat(first.code()).as(first.err()).isZero();
        return fresh;
    }

    /** What a night says that ends with 73 because no file may grow beyond a size; the first version stays. */
    private static String fails(Desk desk, long bytes) throws Exception {
        try (ChildProcess child = desk.filesUpTo(bytes).nightElsewhere(DATE, "--quiet")) {
            assertThat(child.exitCode()).as(child.err()).isEqualTo(73);
            assertThat(child.err()).doesNotContain("\tat ");
            assertThat(desk.published(DATE).scans()).containsOnlyKeys("1");
            assertThat(Files.isSameFile(desk.out().resolve("latest"), desk.out().resolve(DATE)))
                    .isTrue();
            return child.err();
        }
    }

    /** The next run comes to the same bytes as one that nothing befell. */
    private void assertFinished(String... scans) {
        InProcess.Ended again = desk.scans(scans).night(DATE);
        assertThat(again.code()).as(again.err()).isZero();

        Desk other = published("other").scans(scans);
        assertThat(other.night(DATE).code()).isZero();
        assertThat(desk.published(DATE).evidence())
                .isEqualTo(other.published(DATE).evidence());
    }

    private static byte[] spoilt(byte[] good, String how) {
        byte[] bytes = good.clone();
        switch (how) {
            case "cut" -> bytes = Arrays.copyOf(bytes, 4096 + 1000);
            case "rubbish" -> new Random(7).nextBytes(bytes);
            default -> Arrays.fill(bytes, 0, bytes.length - 4096, (byte) 0);
        }
        return bytes;
    }

    private static void delete(Path directory) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (var all = Files.walk(directory)) {
            all.forEach(paths::add);
        }
        for (int i = paths.size() - 1; i >= 0; i--) {
            Files.delete(paths.get(i));
        }
    }

    private static String report(String id) {
        String products = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> "{\"upc\":\"" + String.format(Locale.ROOT, "%014d", 40_000_000_000_000L + i) + "\"}")
                .collect(Collectors.joining(","));
        return "{\"data\":{\"ITEMS_SEEN\":{\"scan_id\":" + id + ",\"report\":{\"product_list\":[" + products + "]}}}}";
    }
}
