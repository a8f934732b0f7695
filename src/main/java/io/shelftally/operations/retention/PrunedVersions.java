package io.shelftally.operations.retention;

import io.shelftally.job.output.LeasedRight;
import io.shelftally.night.run.Lease;
import io.shelftally.operations.deletion.Deleted;
import io.shelftally.operations.deletion.DeletionWrites;
import io.shelftally.publication.publishing.OldNights;
import io.shelftally.publication.tables.GuardedTransactions;
import io.shelftally.publication.tables.OldTexts;
import io.shelftally.publication.tables.OldVersions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes old versions: first the views show them no more, then their files go, then their rows. */
@Component
class PrunedVersions {

    private final JdbcOperations jdbc;
    private final JdbcClient client;
    private final DeletionWrites writes;
    private final GuardedTransactions transactions;
    private final LeasedRight right;

    PrunedVersions(
            JdbcOperations jdbc,
            PlatformTransactionManager transactionManager,
            Lease lease,
            LeasedRight right,
            DeletionWrites writes) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.writes = writes;
        TransactionTemplate template = new TransactionTemplate(transactionManager);
        template.setName("rows");
        this.transactions = new GuardedTransactions(template, () -> {
            writes.checkStop();
            lease.check();
        });
        this.right = right;
    }

    void hide(LocalDate before) {
        if (!writes.isDryRun()) {
            new OldVersions(jdbc, transactions, before).hide();
        }
    }

    /**
     * Removes the files, by the place where they were published.
     *
     * @param out empty for every place that the database knows
     */
    Map<Path, Deleted.Files> files(LocalDate before, Optional<Path> out) {
        Map<Path, Deleted.Files> gone = new TreeMap<>();
        for (Path place : out.map(List::of).orElseGet(this::places)) {
            if (Files.isDirectory(place)) {
                gone.put(place, files(new OldNights(place, right), before));
            }
        }
        return gone;
    }

    Map<String, Long> rows(LocalDate before) {
        OldVersions versions = new OldVersions(jdbc, transactions, before);
        Map<String, Long> rows = versions.count();
        if (!writes.isDryRun()) {
            versions.delete();
        }
        OldTexts texts = new OldTexts(jdbc, transactions, before);
        rows.put("product_text", texts.count());
        if (!writes.isDryRun()) {
            texts.delete();
        }
        return rows;
    }

    private Deleted.Files files(OldNights nights, LocalDate before) {
        List<LocalDate> old = nights.before(before);
        long bytes = old.stream().mapToLong(nights::bytes).sum();
        if (!writes.isDryRun()) {
            nights.clear();
            old.forEach(night -> {
                writes.checkStop();
                nights.remove(night);
            });
        }
        return new Deleted.Files(old, bytes);
    }

    private List<Path> places() {
        return client
                .sql("SELECT DISTINCT out_dir FROM export_version WHERE out_dir IS NOT NULL")
                .query(String.class)
                .list()
                .stream()
                .map(Path::of)
                .toList();
    }
}
