package io.shelftally.publication.tables;

import static io.shelftally.publication.results.Rows.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.shelftally.publication.results.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedTransactionsIT {

    private final ResultsDatabase database = new ResultsDatabase();
    private final int export = database.versions().begin(NIGHT, ResultsDatabase.RULES);

    @Test
    void nothingIsWrittenOnceTheGuardRefuses() {
        GuardedTransactions refused = new GuardedTransactions(database.transactions, () -> {
            throw new IllegalStateException("the lease is lost");
        });
        ReconciledRowWriter writer = new ReconciledRows(database.jdbc, refused).write(export);
        writer.accept(Rows.confirmed(1));

        assertThatIllegalStateException().isThrownBy(writer::close).withMessage("the lease is lost");
        assertThatIllegalStateException()
                .isThrownBy(() -> new ExportVersions(database.jdbc, refused, ResultsDatabase.CLOCK)
                        .begin(NIGHT, ResultsDatabase.RULES));
        assertThat(database.count("reconciled_item_row")).isZero();
        assertThat(database.count("product_text")).isZero();
        assertThat(database.count("export_version")).isEqualTo(1);
    }

    @Test
    void theGuardIsAskedOncePerTransaction() {
        int[] asked = {0};
        GuardedTransactions counted = new GuardedTransactions(database.transactions, () -> asked[0]++);

        try (ReconciledRowWriter writer = new ReconciledRows(database.jdbc, counted).write(export)) {
            for (int scan = 1; scan <= ReconciledRowWriter.ROWS_PER_TRANSACTION + 1; scan++) {
                writer.accept(Rows.confirmed(scan));
            }
        }

        assertThat(asked[0]).isEqualTo(2);
    }

    @Test
    void writesTakePartInTheTransactionOfTheCaller() {
        CaptureRows captures = new CaptureRows(database.jdbc, database.unguarded());

        database.transactions.executeWithoutResult(status -> {
            captures.insert(export, List.of(Rows.unknownCapture(Rows.FIRST_ID)));
            status.setRollbackOnly();
        });

        assertThat(database.count("capture_row")).isZero();
    }
}
