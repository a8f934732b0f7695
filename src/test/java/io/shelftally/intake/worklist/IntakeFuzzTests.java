package io.shelftally.intake.worklist;

import static io.shelftally.intake.worklist.IntakeFixture.A;
import static io.shelftally.intake.worklist.IntakeFixture.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeFuzzTests {

    private static final String[] PARTS = {
        A, B, "1", "007", "-1", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"\"", " ", "x", "\u00a0", "\u0000", "é"
    };

    private final Path file;

    IntakeFuzzTests(@TempDir Path folder) {
        file = folder.resolve("captures.csv");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyRowOfAnyTextIsTakenOrRepeatedOrSetAside(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            StringBuilder csv = new StringBuilder("capture_id,scan_id,store_id\n");
            random.ints(random.nextInt(120), 0, PARTS.length).forEach(part -> csv.append(PARTS[part]));

            readOrRefuse(csv.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8, 9, 10})
    void anyBytesAreReadOrRefused(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);

            readOrRefuse(bytes);
        }
    }

    private void readOrRefuse(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            WorkList work = IntakeFixture.intake("1").read(new IntakeRequest(file, null, false));

            InputSource source = work.sources().get(0);
            assertThat(work.captures().size() + source.duplicates() + source.quarantined())
                    .isEqualTo(source.rows());
            assertThat(work.quarantine()).hasSize(source.quarantined());
        } catch (BadInputException e) {
            assertThat(e.getMessage()).hasLineCount(2);
        }
    }
}
