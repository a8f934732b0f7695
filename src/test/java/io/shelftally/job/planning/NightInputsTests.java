package io.shelftally.job.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.intake.worklist.InputSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NightInputsTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);
    private static final InputSource CAPTURES = source("captures.csv", "/lists/c\0.csv");
    private static final InputSource SCANS = source("sql:scans", "SELECT scan_id FROM due");

    @Test
    void theInputsOfANightAreThoseOfItsLatestStart() {
        try (TestDatabase database = TestDatabase.migrated()) {
            NightInputs inputs = new NightInputs(JdbcClient.create(database.dataSource()));

            inputs.replace(NIGHT, List.of(source("scans.csv", "old.csv")));
            inputs.replace(NIGHT.plusDays(1), List.of(CAPTURES));
            inputs.replace(NIGHT, List.of(SCANS, CAPTURES));

            assertThat(inputs.of(NIGHT)).containsExactly(source("captures.csv", "/lists/c\uFFFD.csv"), SCANS);
            assertThat(inputs.of(NIGHT.minusDays(1))).isEmpty();
        }
    }

    private static InputSource source(String source, String location) {
        return new InputSource(source, location, "0".repeat(64), 12, 1, 2, "");
    }
}
