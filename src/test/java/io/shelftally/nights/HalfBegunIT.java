package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batch writes that a job is begun in two transactions; a run may die between them. */
class HalfBegunIT {

    private static final String DATE = "2026-11-02";

    @TempDir
    private Path home;

    @Test
    void aRunThatDiedBetweenBatchsInstanceAndItsExecutionIsStartedAgain() {
        try (Sandbox sandbox =
                new WorldText().scan(1, "'report': {'ITEMS_SEEN': []}").start()) {
            Desk desk = new Desk(home).facing(sandbox);
            int first = desk.night(DATE, "--scans", "not-there.csv").code();
            forgetExecutions(desk);

            InProcess.Ended second = desk.scans("scan_id", "1").night(DATE, "--wait", "60s");

            assertThat(first).isEqualTo(65);
            assertThat(second.code()).as(second.err()).isZero();
        }
    }

    private static void forgetExecutions(Desk desk) {
        List.of(
                        "step_execution_context",
                        "step_execution",
                        "job_execution_context",
                        "job_execution_params",
                        "job_execution")
                .forEach(table -> desk.database().update("DELETE FROM batch_" + table));
    }
}
