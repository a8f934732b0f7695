package io.shelftally.proof.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.seeded.SeededOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code jobs/torture --workers}. */
@Timeout(240)
class WorkersTortureIT {

    private static final int MANY = 1_000;

    private final StringWriter out = new StringWriter();

    @Test
    void twoWorkersAndTenFaultsChangeNoByte(@TempDir Path home) throws Exception {
        Stage undisturbed = new Stage(home, new SeededOptions(3, 80, 60, 12, 30));
        try (WorkersStage stage = new WorkersStage(undisturbed, MANY)) {
            boolean isClean = new WorkersTorture(stage, 2, 10, new PrintWriter(out)).run(2, new SplittableRandom(3));

            assertThat(isClean).as(out.toString()).isTrue();
            assertThat(out.toString())
                    .containsPattern("faults 1\\d "
                            + "\\(killed [1-9], paused [1-9], cut off [1-9], managers killed [1-9], late [1-9]\\)");
        }
    }
}
