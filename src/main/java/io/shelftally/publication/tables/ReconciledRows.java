package io.shelftally.publication.tables;

import org.springframework.jdbc.core.JdbcOperations;

/** The table behind reconciled_items: a narrow row each, its product's words kept once in product_text. */
public final class ReconciledRows {

    private final JdbcOperations jdbc;
    private final GuardedTransactions transactions;

    public ReconciledRows(JdbcOperations jdbc, GuardedTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** The one writer of an export that was just begun. */
    public ReconciledRowWriter write(int exportId) {
        return new ReconciledRowWriter(jdbc, transactions, exportId);
    }
}
