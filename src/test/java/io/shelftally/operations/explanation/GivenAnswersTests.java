package io.shelftally.operations.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.night.evidence.EvidenceBody;
import io.shelftally.night.evidence.EvidenceEntry;
import io.shelftally.night.evidence.EvidenceStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class GivenAnswersTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 2);
    private static final Instant AT = Instant.parse("2026-11-02T03:04:05Z");

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient client = JdbcClient.create(database.dataSource());
    private final EvidenceStore evidence =
            new EvidenceStore(new NamedParameterJdbcTemplate(database.dataSource()), client);
    private final GivenAnswers answers = new GivenAnswers(client, evidence);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStatusAnswerIsFoundByTheScansThatItTellsOf() {
        String sha256 = save("2 +2", "{\"data\":[{\"id\":4},{\"id\":2},{\"id\":3}]}");

        assertThat(answers.status(sha256, NIGHT))
                .containsExactly(
                        new GivenAnswer("pensa", "statuses", "2 +2", "2026-11-02T03:04:05Z", 200, sha256, 37, true));
        assertThat(answers.status(sha256, NIGHT.minusDays(1))).isEmpty();
    }

    @Test
    void oneThatTellsOfScansThatWereNotAskedAboutIsFoundToo() {
        String sha256 = save("3", "{\"data\":[{\"id\":1},{\"id\":3}]}");

        assertThat(answers.status(sha256, NIGHT))
                .extracting(GivenAnswer::subject)
                .containsExactly("3");
    }

    @Test
    void oneThatAnEarlierReleaseFiledUnderTheFirstAskedIsFoundIfItHoldsThatScan() {
        String sha256 = save("1 +99", "{\"data\":[{\"id\":1},{\"id\":3}]}");

        assertThat(answers.status(sha256, NIGHT))
                .extracting(GivenAnswer::subject)
                .containsExactly("1 +99");
    }

    private String save(String subject, String body) {
        EvidenceBody bytes = EvidenceBody.of(body.getBytes(StandardCharsets.UTF_8));
        evidence.save(NIGHT, List.of(new EvidenceEntry("pensa", "statuses", subject, 200, AT, bytes)));
        return bytes.sha256();
    }
}
