package io.shelftally.night.captures;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.Pace;
import io.shelftally.calls.http.HttpSettings;
import io.shelftally.calls.quota.DayUse;
import io.shelftally.calls.quota.Grant;
import io.shelftally.calls.quota.QuotaLedger;
import io.shelftally.calls.quota.RateLimits;
import io.shelftally.calls.quota.VendorQuota;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Closient's quota as the engine's gate. The ledger is given the host's own clock: the run's clock does not see that the
 * host's is set, and a process that is started afterwards would take the step for time that has passed.
 */
@Component
public class ClosientQuota implements Gate, AutoCloseable {

    private final QuotaLedger ledger;

    @Autowired
    ClosientQuota(
            ClosientSettings settings, HttpSettings http, JdbcClient client, PlatformTransactionManager transactions) {
        this(new QuotaLedger(
                VendorQuota.of("closient", settings.apiKey(), settings.quota(), http.readTimeout()),
                client,
                transactions,
                Clock.systemUTC()));
    }

    ClosientQuota(QuotaLedger ledger) {
        this.ledger = ledger;
    }

    /** The quota where no application has made its beans. */
    public static ClosientQuota of(
            ClosientSettings settings, HttpSettings http, JdbcClient client, PlatformTransactionManager transactions) {
        return new ClosientQuota(settings, http, client, transactions);
    }

    @Override
    public Permits take(int wanted) {
        Grant grant = ledger.take(wanted);
        return new Permits(grant.granted(), grant.pause(), grant.daySpent());
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
