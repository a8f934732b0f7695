package io.shelftally.night.run;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every transaction that a run writes goes through here. It asks for the lease at its start, so that a run that has lost it
 * ends early; that it writes nothing is seen to by {@link FencedTransactions} at the commit.
 */
@Component
public class NightWrites {

    private static final int ATTEMPTS = 5;

    private final TransactionTemplate transaction;
    private final Lease lease;

    public NightWrites(PlatformTransactionManager transactionManager, Lease lease) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setName("night");
        this.lease = lease;
    }

    /** Runs the writes in one transaction; throws {@link LeaseLostException}, with nothing written, without the lease. */
    public void run(Runnable writes) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            writes.run();
        });
    }

    /**
     * The same for writes that may be made twice: they are made again where a neighbour in this run had the same row in hand,
     * such as an answer that both vendors give.
     */
    public void runRepeatably(Runnable writes) {
        for (int attempt = 1; ; attempt++) {
            try {
                run(writes);
                return;
            } catch (DuplicateKeyException | ConcurrencyFailureException inTheWay) {
                if (attempt == ATTEMPTS) {
                    throw inTheWay;
                }
            }
        }
    }

    /** The same for writes with a result. */
    public <T> T call(Supplier<T> writes) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lease.check();
            return writes.get();
        }));
    }
}
