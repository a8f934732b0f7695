package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Work lists that break their contract, through the command line (exports contract, section 1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    /**
     * A list that stops the run.
     *
     * @param list captures or scans
     * @param content a byte a character
     * @param parts of the message, on standard error
     */
    private record Case(String name, String list, String content, List<String> parts) {

        static Case of(String name, String list, String content, String... parts) {
            return new Case(name, list, content, List.of(parts));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String ID = Ids.id("good");

    private Sandbox sandbox = new WorldText().start();
    private Desk desk = new Desk(Path.of("unset"));
    private Path home = Path.of("unset");

    @BeforeAll
    void setUp(@TempDir Path directory) {
        home = directory;
        desk = new Desk(directory).facing(sandbox);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    static Stream<Case> cases() {
        return Stream.of(
                Case.of("noHeader", "captures", ID + "\n", "bad.csv", "capture_id"),
                Case.of("otherHeader", "scans", "id,store_id\n1,a\n", "bad.csv", "line 1", "scan_id"),
                Case.of(
                        "nameTwice",
                        "captures",
                        "capture_id,Capture_ID \n" + ID + ",x\n",
                        "bad.csv",
                        "line 1",
                        "twice"),
                Case.of(
                        "badUtf8",
                        "captures",
                        "capture_id,store_id\n" + ID + ",caf\u00e9\n",
                        "bad.csv",
                        "line 2",
                        "UTF-8"),
                Case.of("utf16", "scans", "\u00ff\u00fes\0c\0a\0n\0", "bad.csv", "UTF-"),
                Case.of("openQuote", "captures", "capture_id,store_id\n" + ID + ",\"a\n\n", "bad.csv", "line 2"),
                Case.of(
                        "tooManyBad",
                        "scans",
                        "scan_id\n1\n2\n3\nx\ny\n",
                        "bad.csv",
                        "2 of 5",
                        "line 5",
                        "BAD_SCAN_ID"),
                Case.of(
                        "conflicts",
                        "scans",
                        "scan_id,store_id\n1,a\n1,b\n2,\n",
                        "bad.csv",
                        "line 2",
                        "CONFLICTING_ROWS"),
                Case.of("headerOnly", "captures", "capture_id\n\n", "bad.csv", "--allow-empty"),
                Case.of("empty", "scans", "", "bad.csv"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aListThatBreaksItsContractStopsTheRunBeforeAnyCall(Case one) throws IOException {
        Path file = Files.writeString(home.resolve("bad.csv"), one.content(), StandardCharsets.ISO_8859_1);
        int calls = sandbox.journal().entries().size();
        List<String> args = new ArrayList<>(List.of("--" + one.list(), file.toString()));

        Captured<InProcess.Ended> ended = Captured.of(() -> desk.night("2026-11-02", args.toArray(String[]::new)));

        assertThat(ended.value().code()).isEqualTo(65);
        assertThat(ended.value().err()).contains(one.parts()).startsWith("shelftally: ");
        assertThat(ended.err()).doesNotContain("\tat ", "Exception");
        assertThat(sandbox.journal().entries()).hasSize(calls);
        assertThat(desk.out().resolve("2026-11-02")).doesNotExist();
    }

    @Test
    void aMissingListIsBadInputToo() {
        InProcess.Ended ended =
                desk.night("2026-11-02", "--captures", home.resolve("none.csv").toString());

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.err()).contains("none.csv", "--allow-empty");
    }

    @Test
    void aDirectoryIsBadInputToo() {
        InProcess.Ended ended = desk.night("2026-11-02", "--scans", home.toString());

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.err()).contains("this is a directory");
    }

    /** A device that never ends stands for a file of a gigabyte without a line end. */
    @Test
    void aLineWithoutEndIsRefusedAfterItsFirstMegabyte() {
        InProcess.Ended ended = desk.night("2026-11-02", "--captures", "/dev/zero");

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.err()).contains("/dev/zero, line 1", "longer than 1048576 characters");
    }

    @Test
    void aDatabaseOfListsThatIsGoneIsBadInputAndItsUrlIsNotShown() {
        Desk other = new Desk(home.resolve("sql"))
                .facing(sandbox)
                .set("shelftally.intake.scans-sql", "select scan_id from shelf_scan")
                .set("shelftally.intake.url", "jdbc:h2:tcp://127.0.0.1:1/lists;PASSWORD=sesame");

        Captured<InProcess.Ended> ended = Captured.of(() -> other.night("2026-11-02"));

        assertThat(ended.value().code()).isEqualTo(65);
        assertThat(ended.value().err()).contains("sql:scans", "no connection").doesNotContain("sesame");
        assertThat(ended.err()).doesNotContain("\tat ", "sesame");
    }

    @Test
    @Timeout(60)
    void aPipeIsReadLikeAFile() throws Exception {
        Path pipe = home.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Thread writer = new Thread(() -> write(pipe, "capture_id\n" + ID + "\n"));
        writer.start();

        InProcess.Ended ended = desk.night("2026-11-04", "--wait", "0", "--captures", pipe.toString());

        writer.join();
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(desk.published("2026-11-04").captures()).containsOnlyKeys(ID);
    }

    @Test
    void aNulIsBadInAnIdAndAnOrdinaryCharacterElsewhere() {
        Desk other = new Desk(home.resolve("nul"))
                .facing(sandbox)
                .captures("capture_id,store_id", Ids.id("good") + ",a\0b", Ids.id("n1") + "\0,c")
                .set("shelftally.intake.max-bad-share", "0.6");

        assertThat(other.night("2026-11-02", "--wait", "0").code()).isZero();

        Published night = other.published("2026-11-02");
        assertThat(night.captures()).containsOnlyKeys(Ids.id("good"));
        assertThat(night.captures().get(Ids.id("good"))).containsEntry("store_id", "a\uFFFDb");
        assertThat(night.quarantine().get("captures.csv 3")).containsEntry("code", "BAD_CAPTURE_ID");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anEmptyNightIsPublishedIfThatIsAllowed() throws IOException {
        Path file = Files.writeString(home.resolve("empty.csv"), "");
        String missing = home.resolve("none.csv").toString();

        InProcess.Ended ended =
                desk.night("2026-11-03", "--allow-empty", "--captures", file.toString(), "--scans", missing);

        assertThat(ended.code()).isZero();
        assertThat(desk.published("2026-11-03").captures()).isEmpty();
    }

    @Test
    void rowsThatAreBadAloneAreSetAside() {
        Desk other = new Desk(home.resolve("rows"))
                .facing(sandbox)
                .captures(
                        "\uFEFFStore_ID, capture_id ,scan_id,colour",
                        "\" Sued\n12 \"," + Ids.id("good") + ",007,red",
                        "," + Ids.id("repeated") + ",,",
                        "," + Ids.id("repeated") + ",,blue",
                        "a," + Ids.id("plain") + ",+12,",
                        ",short,,",
                        "a",
                        "b" + "x".repeat(255) + "," + Ids.id("longStore") + ",,",
                        ",,,",
                        "",
                        "n1," + Ids.id("n1") + ",,",
                        "n2," + Ids.id("n2") + ",,",
                        "n3," + Ids.id("n3") + ",,")
                .set("shelftally.intake.max-bad-share", "0.6");

        assertThat(other.night("2026-11-02", "--wait", "0").code()).isZero();

        Published night = other.published("2026-11-02");
        assertThat(night.captures())
                .containsOnlyKeys(Ids.id("good"), Ids.id("repeated"), Ids.id("n1"), Ids.id("n2"), Ids.id("n3"));
        assertThat(night.captures().get(Ids.id("good")))
                .containsEntry("store_id", "Sued\n12")
                .containsEntry("scan_id", "7");
        assertThat(night.quarantine().keySet())
                .containsExactlyInAnyOrder("captures.csv 6", "captures.csv 7", "captures.csv 8", "captures.csv 9");
        assertThat(night.quarantine().get("captures.csv 6"))
                .containsEntry("code", "BAD_SCAN_ID")
                .containsEntry("column", "scan_id")
                .containsEntry("subject_id", Ids.id("plain"));
        assertThat(night.quarantine().get("captures.csv 8"))
                .containsEntry("code", "WRONG_FIELD_COUNT")
                .containsEntry("column", "");
    }
}
