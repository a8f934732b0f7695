package io.shelftally.job.connections;

import io.shelftally.calls.answers.ClosientKeyShape;
import io.shelftally.calls.http.ClientCredentials;
import io.shelftally.calls.http.HttpExchange;
import io.shelftally.calls.http.HttpSettings;
import io.shelftally.calls.http.SettingChecks;
import io.shelftally.calls.http.TokenSource;
import io.shelftally.night.captures.ClosientSettings;
import io.shelftally.night.run.Lease;
import io.shelftally.night.scans.PensaSettings;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the vendors, with settings that are checked before the first call. */
@Configuration(proxyBeanMethods = false)
class Vendors {

    private static final Logger LOG = LoggerFactory.getLogger(Vendors.class);

    @Bean
    HttpExchange httpExchange(HttpSettings settings, ClosientSettings closient, Clock clock, Lease lease) {
        HttpExchange http = new HttpExchange(settings, clock, lease::awaitTrust);
        http.hide(closient.apiKey());
        return http;
    }

    @Bean
    TokenSource tokenSource(
            PensaSettings pensa, ClosientSettings closient, HttpSettings httpSettings, HttpExchange http, Clock clock) {
        try {
            check(pensa, httpSettings);
            check(closient, httpSettings);
            return tokens(pensa, httpSettings, http, clock);
        } catch (IllegalArgumentException e) {
            throw new BadSettingException(String.valueOf(e.getMessage()));
        }
    }

    private static TokenSource tokens(PensaSettings pensa, HttpSettings httpSettings, HttpExchange http, Clock clock) {
        String token = pensa.accessToken();
        return token == null || token.isEmpty()
                ? TokenSource.obtained(credentials(pensa, httpSettings), http, clock)
                : TokenSource.given(headerSafe("shelftally.pensa.access-token", token), http, clock);
    }

    private static void check(ClosientSettings closient, HttpSettings http) {
        SettingChecks.requireSafeAddress("shelftally.closient.base-url", closient.baseUrl(), http);
        String key = headerSafe("shelftally.closient.api-key", closient.apiKey());
        ClosientKeyShape.warning(key).ifPresent(LOG::warn);
    }

    private static void check(PensaSettings pensa, HttpSettings http) {
        URI baseUrl = pensa.baseUrl();
        if (baseUrl == null) {
            throw missing("shelftally.pensa.base-url");
        }
        SettingChecks.requireSafeAddress("shelftally.pensa.base-url", baseUrl, http);
        headerSafe("shelftally.pensa.username", pensa.username());
    }

    private static ClientCredentials credentials(PensaSettings pensa, HttpSettings http) {
        SettingChecks.requireSafeAddress("shelftally.pensa.token-url", pensa.tokenUrl(), http);
        String clientId = pensa.clientId();
        String clientSecret = pensa.clientSecret();
        if (clientId == null || clientSecret == null || clientId.isEmpty() || clientSecret.isEmpty()) {
            throw missing("shelftally.pensa.access-token, or both .client-id and .client-secret,");
        }
        return new ClientCredentials(pensa.tokenUrl(), clientId, clientSecret);
    }

    private static String headerSafe(String setting, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw missing(setting);
        }
        SettingChecks.requireHeaderSafe(setting, value);
        return value;
    }

    private static BadSettingException missing(String setting) {
        String variable = setting.contains(",") ? "the environment" : BadSettingException.environmentName(setting);
        return new BadSettingException(setting + " is not set: put it into " + variable);
    }
}
