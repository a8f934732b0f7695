package io.shelftally.run;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The transactions of the job: none is committed without the lease. The last thing that each does is to lock the lease's row
 * and compare its token, so a takeover comes either after its commit, and then sees what it wrote, or before, and then it is
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
}
