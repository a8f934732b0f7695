package io.shelftally.night.captures;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.Pace;
import io.shelftally.calls.http.HttpSettings;
import io.shelftally.calls.quota.DayUse;
import io.shelftally.calls.quota.Grant;
import io.shelftally.calls.quota.LedgerClock;
import io.shelftally.calls.quota.QuotaLedger;
import io.shelftally.calls.quota.QuotaSettings;
import io.shelftally.calls.quota.RateLimits;
import io.shelftally.calls.quota.VendorQuota;
import io.shelftally.calls.window.SharedWindows;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Closient's quota as the engine's gate. The ledger has a clock of its own: the run's does not see that the host's is set, and a
 * process that is started afterwards would take the step for time that has passed.
 */
@Component
public class ClosientQuota implements Gate, AutoCloseable {

    private final QuotaLedger ledger;
    private final QuotaSettings settings;
    private final IntSupplier sharers;

    @Autowired
    ClosientQuota(
            ClosientSettings settings,
            HttpSettings http,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            SharedWindows windows) {
        this(ledger(settings, http, jdbc, transactions), settings.quota(), () -> windows.sharers(CapturesLane.VENDOR));
    }

    /** @param sharers the processes that make calls at present, this one included */
    ClosientQuota(QuotaLedger ledger, QuotaSettings settings, IntSupplier sharers) {
        this.ledger = ledger;
        this.settings = settings;
        this.sharers = sharers;
    }

    /** The quota where no application has made its beans. */
    public static ClosientQuota of(
            ClosientSettings settings, HttpSettings http, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new ClosientQuota(ledger(settings, http, jdbc, transactions), settings.quota(), () -> 1);
    }

    private static QuotaLedger ledger(
            ClosientSettings settings, HttpSettings http, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new QuotaLedger(
                VendorQuota.of(CapturesLane.VENDOR, settings.apiKey(), settings.quota(), http.readTimeout()),
                JdbcClient.create(jdbc),
                transactions,
                LedgerClock.of(jdbc));
    }

    @Override
    public Permits take(int wanted) {
        int block = settings.block(wanted, sharers.getAsInt());
        Grant grant = ledger.take(block);
        return new Permits(grant.granted(), grant.pause(), grant.daySpent());
    }

    /** Each process begins what its share of the calls that are left is enough for. */
    @Override
    public OptionalLong share(OptionalLong left) {
        return left.isEmpty() ? left : OptionalLong.of(left.getAsLong() / sharers.getAsInt());
    }

    @Override
    public OptionalLong left() {
        return ledger.today().left();
    }

    @Override
    public void answered(Answer answer) {
        ledger.answered(RateLimits.of(answer));
    }

    @Override
    public void giveBack(int unsent) {
        ledger.giveBack(unsent);
    }

    /** The calls of the last 24 hours, and how many there may be; 0 is no limit. */
    public DayUse today() {
        return ledger.today();
    }

    /** As {@link #left()}, with the calls that come free while a run waits for them. */
    public OptionalLong leftWithin(Duration waiting) {
        return ledger.leftWithin(waiting, Pace.LONGEST_WINDOW);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
