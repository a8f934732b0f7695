package io.shelftally.run;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every transaction that a run writes goes through here, so that a run that has lost its lease writes nothing. */
@Component
public class NightWrites {

    private final TransactionTemplate transaction;
    private final Lease lease;

    public NightWrites(PlatformTransactionManager transactionManager, Lease lease) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.lease = lease;
    }

    /** Runs the writes in one transaction; throws {@link LeaseLostException}, with nothing written, without the lease. */
    public void run(Runnable writes) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            writes.run();
        });
    }
}
