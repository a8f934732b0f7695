package io.shelftally.operations.checkup;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.http.HttpExchange;
import io.shelftally.calls.http.HttpSettings;
import io.shelftally.calls.http.SettingChecks;
import io.shelftally.calls.http.VendorRequest;
import io.shelftally.night.captures.ClosientQuota;
import io.shelftally.night.captures.ClosientSettings;
import io.shelftally.night.captures.ErrorEnvelope;
import io.shelftally.night.captures.KeyOwner;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.settings.SettingNames;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Asks Closient whose the API key is. That is one call of the key's quota, and counted as such where the database can be
 * written.
 */
final class KeyCheck {

    private static final String CHECK = "key";
    private static final int LONGEST_MESSAGE = 200;
    private static final Finding NOT_NOW = Finding.warn(
            CHECK,
            "Closient was not asked whose it is: its quota allows no call now",
            "Look again later; what the day has left tells jobs/shelftally plan.");

    private final JobSettings settings;
    private final HttpSettings httpSettings;
    private final Optional<DatabaseLook> ledger;
    private final Clock clock;

    /** @param ledger the database, if calls can be counted there */
    KeyCheck(JobSettings settings, HttpSettings httpSettings, Optional<DatabaseLook> ledger, Clock clock) {
        this.settings = settings;
        this.httpSettings = httpSettings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Nothing if there is no key, or a setting is told of already. */
    List<Finding> findings() throws InterruptedException {
        Optional<ClosientSettings> closient = closient();
        if (closient.isEmpty()) {
            return List.of();
        }
        try (HttpExchange http = new HttpExchange(httpSettings, clock)) {
            http.hide(closient.get().apiKey());
            return List.of(finding(closient.get(), http));
        }
    }

    private Optional<ClosientSettings> closient() {
        try {
            ClosientSettings closient = settings.binder()
                    .bind("shelftally.closient", ClosientSettings.class)
                    .get();
            SettingChecks.requireSafeAddress(Vendors.CLOSIENT_URL, closient.baseUrl(), httpSettings);
            SettingChecks.requireHeaderSafe(Vendors.API_KEY, closient.apiKey());
            return Optional.of(closient).filter(some -> !some.apiKey().isEmpty());
        } catch (BindException | IllegalArgumentException told) {
            return Optional.empty();
        }
    }

    private Finding finding(ClosientSettings closient, HttpExchange http) throws InterruptedException {
        if (ledger.isEmpty()) {
            return finding(ask(closient, http));
        }
        try (Connection connection = ledger.get().connect()) {
            SingleConnectionDataSource same = new SingleConnectionDataSource(connection, true);
            return counted(closient, http, same);
        } catch (SQLException lostMeanwhile) {
            return finding(ask(closient, http));
        }
    }

    private Finding counted(ClosientSettings closient, HttpExchange http, SingleConnectionDataSource same)
            throws InterruptedException {
        try (ClosientQuota quota =
                ClosientQuota.of(closient, httpSettings, new JdbcTemplate(same), new JdbcTransactionManager(same))) {
            if (quota.take(1).granted() == 0) {
                return NOT_NOW;
            }
            Answer answer = ask(closient, http);
            quota.answered(answer);
            return finding(answer);
        }
    }

    private static Answer ask(ClosientSettings closient, HttpExchange http) throws InterruptedException {
        URI uri = URI.create(closient.baseUrl().toString().replaceAll("/+$", "") + KeyOwner.PATH);
        return http.send(new VendorRequest("GET", uri, Map.of("X-API-Key", closient.apiKey()), Optional.empty()));
    }

    private static Finding finding(Answer answer) {
        return answer instanceof Reply reply
                ? finding(reply)
                : unanswered("no answer (" + ((NoReply) answer).reason() + ")");
    }

    private static Finding finding(Reply reply) {
        return switch (reply.status()) {
            case 200 ->
                KeyOwner.read(reply.body())
                        .map(KeyCheck::owned)
                        .orElseGet(() -> unanswered("an answer that is no JSON object"));
            case 401 -> refused("Closient refuses it: " + said(reply));
            case 404 -> Finding.ok(CHECK, "whose it is does this host not tell (HTTP 404)");
            default -> unanswered(said(reply));
        };
    }

    private static Finding owned(KeyOwner owner) {
        return owner.isValid()
                ? Finding.ok(CHECK, "Closient knows it: " + owner.text())
                : refused("Closient says that it is not valid: " + owner.text());
    }

    private static Finding refused(String found) {
        return Finding.fail(
                CHECK,
                found,
                "See in Closient's dashboard whether it has expired or was revoked, and put a good one into "
                        + SettingNames.environment(Vendors.API_KEY) + ".",
                ExitCode.CREDENTIALS);
    }

    private static Finding unanswered(String what) {
        return Finding.warn(
                CHECK,
                "Closient does not say whose it is: " + what,
                "A night may work all the same; if it ends with 77, put a good key into "
                        + SettingNames.environment(Vendors.API_KEY) + ".");
    }

    private static String said(Reply reply) {
        String message = ErrorEnvelope.read(reply.body(), reply.status()).message();
        String status = "HTTP " + reply.status();
        return message == null
                ? status
                : status + ", \"" + message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)) + "\"";
    }
}
