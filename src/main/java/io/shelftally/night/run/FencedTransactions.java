package io.shelftally.night.run;

import io.shelftally.base.failpoint.Failpoint;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The transactions of the job: none is committed without the lease. The last thing that each does is to lock the lease's row
 * against a taking, and compare its token, so a takeover comes either after its commit, and then sees what it wrote, or before, and then it is
 * rolled back. Spring Batch's own bookkeeping and the quota ledger are fenced like everything else.
 */
@Component("transactionManager")
public final class FencedTransactions extends JdbcTransactionManager {

    @java.io.Serial
    private static final long serialVersionUID = 1L;

    private final transient Lease lease;

    public FencedTransactions(DataSource dataSource, Lease lease) {
        super(dataSource);
        this.lease = lease;
    }

    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        if (status.isNewTransaction() && !status.isReadOnly() && lease.isTaken()) {
            lease.fence();
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        Layer layer = Layer.of(status.getTransactionName());
        layer.before.hit();
        super.doCommit(status);
        layer.after.hit();
    }

    /** Whose transaction it is, by its name. */
    private enum Layer {
        NIGHT(Failpoint.NIGHT_BEFORE_COMMIT, Failpoint.NIGHT_AFTER_COMMIT),
        ROWS(Failpoint.ROWS_BEFORE_COMMIT, Failpoint.ROWS_AFTER_COMMIT),
        QUOTA(Failpoint.QUOTA_BEFORE_COMMIT, Failpoint.QUOTA_AFTER_COMMIT),
        BATCH(Failpoint.BATCH_BEFORE_COMMIT, Failpoint.BATCH_AFTER_COMMIT);

        private final Failpoint before;
        private final Failpoint after;

        Layer(Failpoint before, Failpoint after) {
            this.before = before;
            this.after = after;
        }

        static Layer of(String name) {
            return switch (name) {
                case "night" -> NIGHT;
                case "rows" -> ROWS;
                case "quota" -> QUOTA;
                default -> BATCH;
            };
        }
    }
}
