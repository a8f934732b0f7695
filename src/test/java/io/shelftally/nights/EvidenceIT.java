package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.base.digest.Sha256;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code evidence} over a night whose answers {@code explain} tells of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceIT {

    private static final String DATE = "2026-11-02";

    private Desk reader = new Desk(Path.of(""));
    private String sha256 = "";

    @BeforeAll
    void publishANight(@TempDir Path home) {
        Desk desk = new Desk(home)
                .captures("capture_id,scan_id", Ids.id("one") + ",1")
                .scans("scan_id", "1");
        try (Sandbox sandbox = new WorldText()
                .capture(Ids.id("one"), "'code': '00013562302284'")
                .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284']}")
                .start()) {
            assertThat(desk.facing(sandbox).night(DATE, "--wait", "60s").code()).isZero();
        }
        reader = new Desk(home);
        JsonNode evidence = json(reader.run("explain", "--capture", Ids.id("one"), "--json"))
                .at("/evidence/0");
        sha256 = evidence.get("sha256").asString();
    }

    @Test
    void anAnswerThatExplainNamesIsPrintedByteForByte() {
        byte[] whole = printed(sha256);

        assertThat(Sha256.hex(whole)).isEqualTo(sha256);
        assertThat(printed(sha256.substring(0, 8))).isEqualTo(whole);
        assertThat(printed(sha256.toUpperCase(Locale.ROOT))).isEqualTo(whole);
    }

    @Test
    void jsonTellsOfItInPlaceOfItsBytes() {
        JsonNode told = json(reader.run("evidence", sha256, "--json"));

        assertThat(told.get("sha256").asString()).isEqualTo(sha256);
        assertThat(told.get("bytes").asInt()).isEqualTo(printed(sha256).length);
        assertThat(told.at("/answers/0/vendor").asString()).isEqualTo("closient");
        assertThat(told.at("/answers/0/subject").asString()).isEqualTo(Ids.id("one"));
        assertThat(told.at("/answers/0/http_status").asInt()).isEqualTo(200);
    }

    @Test
    void anUnknownHashEndsWith65AndWhatIsNoHashWith64() {
        InProcess.Ended unknown = reader.run("evidence", "00000000");
        InProcess.Ended word = reader.run("evidence", "answer.json");
        InProcess.Ended few = reader.run("evidence", sha256.substring(0, 7));

        assertThat(unknown.code()).isEqualTo(65);
        assertThat(unknown.err())
                .startsWith(
                        "shelftally: no stored answer has a SHA-256 that begins with 00000000; jobs/shelftally explain");
        assertThat(word.code()).isEqualTo(64);
        assertThat(word.err())
                .contains("\"answer.json\" is no SHA-256 nor the beginning of one: give 8 to 64 hex digits");
        assertThat(few.code()).isEqualTo(64);
    }

    @Test
    void anOutputThatTakesNoMoreEndsWith73() {
        InProcess.Ended ended = withOutput(
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                sha256);

        assertThat(ended.code()).isEqualTo(73);
        assertThat(ended.err()).contains("cannot write the whole answer to standard output");
    }

    private byte[] printed(String hash) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InProcess.Ended ended = withOutput(bytes, hash);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).isEmpty();
        return bytes.toByteArray();
    }

    private InProcess.Ended withOutput(OutputStream output, String hash) {
        PrintStream before = System.out;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            return reader.run("evidence", hash);
        } finally {
            System.setOut(before);
        }
    }

    private static JsonNode json(InProcess.Ended ended) {
        assertThat(ended.code()).as(ended.err()).isZero();
        return JsonMapper.shared().readTree(ended.out());
    }
}
