package io.shelftally.operations.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.console.NotFoundException;
import io.shelftally.console.Style;
import io.shelftally.night.evidence.EvidenceBody;
import io.shelftally.night.evidence.EvidenceEntry;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.publication.export.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoredAnswersTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 21);
    private static final Instant AT = Instant.parse("2026-11-21T20:25:03.5Z");

    private final NightDatabase db = new NightDatabase();
    private final EvidenceStore store = new EvidenceStore(db.batches(), db.client());
    private final StoredAnswers answers = new StoredAnswers(db.client(), store);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void theBytesComeBackAsTheyCameByTheWholeHashAndByItsBeginning() {
        byte[] bytes = {0, 13, 10, (byte) 0xff, 'x', 27};
        String sha256 = store("report", "40105", bytes);
        store("report", "40106", new byte[] {'{', '}'});

        assertThat(answers.find(sha256).body()).isEqualTo(bytes);
        assertThat(answers.find(sha256.substring(0, 8)).body()).isEqualTo(bytes);
    }

    @Test
    void aBeginningOfSeveralIsToldWithThem() {
        body("12345678a" + "0".repeat(55));
        body("12345678b" + "0".repeat(55));

        assertThatThrownBy(() -> answers.find("12345678"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("more than one stored answer has a SHA-256 that begins with 12345678; give more of its"
                        + " digits: 12345678a" + "0".repeat(55) + ", 12345678b" + "0".repeat(55));
    }

    @Test
    void ofVeryManyTheFirstAreNamed() {
        List.of("0", "1", "2", "3").forEach(digit -> body("ffffffff" + digit + "0".repeat(55)));

        assertThatThrownBy(() -> answers.find("ffffffff")).hasMessageEndingWith("ffffffff2" + "0".repeat(55) + " ...");
    }

    @Test
    void anUnknownHashIsToldWithWhereToLook() {
        store("report", "40105", new byte[] {'{', '}'});

        assertThatThrownBy(() -> answers.find("00000000"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith(
                        "no stored answer has a SHA-256 that begins with 00000000; jobs/shelftally explain");
    }

    @Test
    void jsonTellsEachTimeThatTheBytesCame() {
        String sha256 = store("report", "40105", new byte[] {'{', '}'});
        store("report", "40106", new byte[] {'{', '}'});

        assertThat(Json.text(answers.find(sha256).json())).isEqualTo("""
                {
                  "sha256" : "%s",
                  "bytes" : 2,
                  "answers" : [ {
                    "vendor" : "pensa",
                    "call" : "report",
                    "subject" : "40105",
                    "business_date" : "2026-11-21",
                    "at" : "2026-11-21T20:25:03.500Z",
                    "http_status" : 200
                  }, {
                    "vendor" : "pensa",
                    "call" : "report",
                    "subject" : "40106",
                    "business_date" : "2026-11-21",
                    "at" : "2026-11-21T20:25:03.500Z",
                    "http_status" : 200
                  } ]
                }
                """.formatted(sha256));
    }

    @Test
    void aTerminalIsShownNoControlCharacters() {
        String sha256 = store("report", "40105", "{\u001b[2J\"ü\":\t1}\r\n\u0000".getBytes(StandardCharsets.UTF_8));

        assertThat(answers.find(sha256).text(Style.PLAIN)).isEqualTo("{?[2J\"ü\":\t1}\r\n?\n");
    }

    private String store(String call, String subject, byte[] bytes) {
        EvidenceBody body = EvidenceBody.of(bytes);
        store.save(NIGHT, List.of(new EvidenceEntry("pensa", call, subject, 200, AT, body)));
        return body.sha256();
    }

    private void body(String sha256) {
        db.execute("INSERT INTO evidence_body (sha256, bytes, packed) VALUES (?, 0, ?)", sha256, new byte[0]);
    }
}
