package io.shelftally.publication.tables;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** Runs what writes in a transaction, as the given template says in the caller's or its own, after asking the guard. */
public final class GuardedTransactions {

    private final TransactionOperations transactions;
    private final WriteGuard guard;

    public GuardedTransactions(TransactionOperations transactions, WriteGuard guard) {
        this.transactions = transactions;
        this.guard = guard;
    }

    void run(Runnable writes) {
        transactions.executeWithoutResult(status -> {
            guard.check();
            writes.run();
        });
    }

    <T> T call(Supplier<T> writes) {
        return Objects.requireNonNull(transactions.execute(status -> {
            guard.check();
            return writes.get();
        }));
    }
}
