package io.shelftally.job.output;

import io.shelftally.night.run.Lease;
import io.shelftally.publication.tables.BreakRows;
import io.shelftally.publication.tables.CaptureRows;
import io.shelftally.publication.tables.ExportVersions;
import io.shelftally.publication.tables.GuardedTransactions;
import io.shelftally.publication.tables.NightShares;
import io.shelftally.publication.tables.QuarantineRows;
import io.shelftally.publication.tables.ReconciledRows;
import io.shelftally.publication.tables.ScanRows;
import io.shelftally.publication.tables.SharedBreaks;
import io.shelftally.publication.tables.UnknownProductRows;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables behind the published datasets, each write under the lease. */
@Component
public final class ResultTables {

    private final ExportVersions versions;
    private final ReconciledRows reconciled;
    private final ScanRows scans;
    private final CaptureRows captures;
    private final BreakRows breaks;
    private final QuarantineRows quarantine;
    private final UnknownProductRows unknownProducts;
    private final NightShares shares;
    private final SharedBreaks sharedBreaks;

    ResultTables(JdbcOperations jdbc, PlatformTransactionManager transactionManager, Lease lease, Clock clock) {
        TransactionTemplate transactions = new TransactionTemplate(transactionManager);
        transactions.setName("rows");
        GuardedTransactions guarded = new GuardedTransactions(transactions, lease::check);
        this.versions = new ExportVersions(jdbc, guarded, clock);
        this.reconciled = new ReconciledRows(jdbc, guarded);
        this.scans = new ScanRows(jdbc, guarded);
        this.captures = new CaptureRows(jdbc, guarded);
        this.breaks = new BreakRows(jdbc, guarded);
        this.quarantine = new QuarantineRows(jdbc, guarded);
        this.unknownProducts = new UnknownProductRows(jdbc, guarded);
        this.shares = new NightShares(jdbc, guarded);
        this.sharedBreaks = new SharedBreaks(jdbc, guarded, breaks);
    }

    public ExportVersions versions() {
        return versions;
    }

    public ReconciledRows reconciled() {
        return reconciled;
    }

    public ScanRows scans() {
        return scans;
    }

    public CaptureRows captures() {
        return captures;
    }

    public BreakRows breaks() {
        return breaks;
    }

    public QuarantineRows quarantine() {
        return quarantine;
    }

    public UnknownProductRows unknownProducts() {
        return unknownProducts;
    }

    public NightShares shares() {
        return shares;
    }

    /** For nights in shares. */
    public SharedBreaks sharedBreaks() {
        return sharedBreaks;
    }
}
