package io.shelftally.calls.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger on a database that several processes use at the same time. */
class QuotaLedgerIT {

    private static final int PROCESSES = 6;

    private final VendorQuota quota =
            VendorQuota.of("closient", "key", new QuotaSettings(1000, 0, 0), Duration.ofSeconds(30));

    @Test
    void processesThatAskAtTheSameTimeGetTheLimitTogetherAndNoMore() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
        try (LedgerDatabase database = new LedgerDatabase()) {
            List<Future<Integer>> shares = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                shares.add(threads.submit(() -> takeAll(ledger(database))));
            }

            int granted = 0;
            for (Future<Integer> share : shares) {
                granted += share.get(60, TimeUnit.SECONDS);
            }

            assertThat(granted).isEqualTo(1000);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aGrantHoldsEvenIfTheTransactionAroundItDoesNot() {
        try (LedgerDatabase database = new LedgerDatabase()) {
            QuotaLedger ledger = ledger(database);

            new TransactionTemplate(database.transactions()).executeWithoutResult(status -> {
                ledger.take(5);
                status.setRollbackOnly();
            });

            assertThat(ledger.today().used()).isEqualTo(5);
        }
    }

    private static int takeAll(QuotaLedger ledger) {
        int all = 0;
        for (Grant grant = ledger.take(7); grant.granted() > 0; grant = ledger.take(7)) {
            all += grant.granted();
            ledger.answered(RateLimits.NONE);
        }
        return all;
    }

    private QuotaLedger ledger(LedgerDatabase database) {
        return new QuotaLedger(quota, database.client(), database.transactions(), database.clock());
    }
}
