package io.shelftally.nights;

import io.shelftally.calls.http.HttpExchange;
import io.shelftally.calls.http.HttpSettings;
import io.shelftally.calls.http.VendorRequest;
import io.shelftally.calls.quota.Grant;
import io.shelftally.calls.quota.LedgerClock;
import io.shelftally.calls.quota.QuotaLedger;
import io.shelftally.calls.quota.QuotaSettings;
import io.shelftally.calls.quota.RateLimits;
import io.shelftally.calls.quota.VendorQuota;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/** A process that makes every call that the quota lets it make, until it is killed. */
public final class QuotaUser {

    private static final HttpSettings HTTP =
            new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(5), DataSize.ofMegabytes(1), true);

    private QuotaUser() {}

    /** The database, what to call, the API key, the calls of a minute, and the processes that share them. */
    public static void main(String[] args) throws InterruptedException {
        DriverManagerDataSource database = new DriverManagerDataSource(args[0]);
        URI capture = URI.create(args[1]);
        QuotaSettings settings = new QuotaSettings(Integer.parseInt(args[3]), 0, 0);
        QuotaLedger ledger = new QuotaLedger(
                VendorQuota.of("closient", args[2], settings, HTTP.readTimeout()),
                JdbcClient.create(database),
                new JdbcTransactionManager(database),
                LedgerClock.of(new JdbcTemplate(database)));
        VendorRequest call = new VendorRequest("GET", capture, Map.of("X-API-Key", args[2]), Optional.empty());
        try (HttpExchange http = new HttpExchange(HTTP, Clock.systemUTC())) {
            while (true) {
                Grant grant = ledger.take(settings.block(32, Integer.parseInt(args[4])));
                for (int i = 0; i < grant.granted(); i++) {
                    ledger.answered(RateLimits.of(http.send(call)));
                }
                Thread.sleep(grant.pause().toMillis());
            }
        }
    }
}
