package io.shelftally.operations.checkup;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.http.ClientCredentials;
import io.shelftally.calls.http.HttpExchange;
import io.shelftally.calls.http.HttpSettings;
import io.shelftally.calls.http.SettingChecks;
import io.shelftally.calls.http.TokenSource;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.settings.SettingNames;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether the vendors can be reached, whether their clocks agree with ours, and whether Pensa gives a token. */
final class VendorsCheck {

    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final JobSettings settings;
    private final HttpSettings httpSettings;
    private final Clock clock;
    private boolean isClosientReached;

    VendorsCheck(JobSettings settings, HttpSettings httpSettings, Clock clock) {
        this.settings = settings;
        this.httpSettings = httpSettings;
        this.clock = clock;
    }

    /** Whether Closient answered when {@link #findings()} looked. */
    boolean isClosientReached() {
        return isClosientReached;
    }

    List<Finding> findings() throws InterruptedException {
        try (HttpExchange http = new HttpExchange(httpSettings, clock)) {
            VendorProbe probe = new VendorProbe(http, httpSettings.connectTimeout());
            List<Finding> findings = new ArrayList<>();
            List<Finding> clocks = new ArrayList<>();
            for (Map.Entry<String, URI> address : addresses().entrySet()) {
                VendorProbe.Look look = probe.look(address.getKey(), address.getValue());
                findings.add(look.finding());
                isClosientReached |= address.getKey().equals(Vendors.CLOSIENT_URL)
                        && look.reply().isPresent();
                look.reply().flatMap(reply -> clock(address.getValue(), reply)).ifPresent(clocks::add);
            }
            clocks.stream().distinct().forEach(findings::add);
            token(http).ifPresent(findings::add);
            return findings;
        }
    }

    /** By setting, those that are safe to call; the token's only if it is asked for one. */
    private Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(List.of(Vendors.CLOSIENT_URL, Vendors.PENSA_URL));
        if (credentials().isPresent()) {
            names.add(Vendors.TOKEN_URL);
        }
        names.forEach(name -> safe(name).ifPresent(address -> addresses.put(name, address)));
        return addresses;
    }

    private Optional<URI> safe(String setting) {
        return settings.address(setting).filter(address -> {
            try {
                SettingChecks.requireSafeAddress(setting, address, httpSettings);
                return true;
            } catch (IllegalArgumentException told) {
                return false;
            }
        });
    }

    private static Optional<Finding> clock(URI address, Reply reply) {
        if (reply.header("Date").isEmpty()) {
            return Optional.empty();
        }
        Instant middle = reply.at().minus(reply.took().dividedBy(2));
        Duration ahead = Duration.between(reply.vendorTime(), middle);
        String told = "within " + Math.max(1, ahead.abs().toSeconds()) + " s of " + address.getHost();
        return Optional.of(
                ahead.abs().compareTo(TOLERATED) <= 0
                        ? Finding.ok("clock", told)
                        : Finding.warn(
                                "clock",
                                "this host's clock is " + ahead.abs().toSeconds() + " s "
                                        + (ahead.isNegative() ? "behind " : "ahead of ") + "that of "
                                        + address.getHost(),
                                "Set the clock (timedatectl; chronyc tracking): certificates and tokens are judged by it."));
    }

    private Optional<Finding> token(HttpExchange http) throws InterruptedException {
        Optional<ClientCredentials> credentials = credentials();
        if (settings.text(Vendors.ACCESS_TOKEN).isPresent()) {
            return Optional.of(Finding.ok(
                    "token",
                    Vendors.ACCESS_TOKEN
                            + " is given; whether Pensa accepts it only a call can tell, and none was made"));
        }
        return credentials.isPresent() ? Optional.of(obtained(credentials.get(), http)) : Optional.empty();
    }

    private Optional<ClientCredentials> credentials() {
        Optional<String> id = settings.text(Vendors.CLIENT_ID);
        Optional<String> secret = settings.text(Vendors.CLIENT_SECRET);
        Optional<URI> url = safe(Vendors.TOKEN_URL);
        return settings.text(Vendors.ACCESS_TOKEN).isPresent() || id.isEmpty() || secret.isEmpty() || url.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClientCredentials(url.get(), id.get(), secret.get()));
    }

    private Finding obtained(ClientCredentials credentials, HttpExchange http) throws InterruptedException {
        String again = "Run it again later; a night tries on for its waiting time.";
        try {
            Optional<Answer> trouble =
                    TokenSource.obtained(credentials, http, clock).obtain();
            return trouble.map(answer ->
                            Finding.fail("token", "none was obtained: " + words(answer), again, ExitCode.UNAVAILABLE))
                    .orElse(Finding.ok(
                            "token", "obtained from " + credentials.tokenUrl().getHost()));
        } catch (VendorException refused) {
            boolean isRefusal = refused.reason() == Reason.UNAUTHORIZED;
            return Finding.fail(
                    "token",
                    String.valueOf(refused.getMessage()),
                    isRefusal
                            ? "Put the right client id and secret into "
                                    + SettingNames.environment(Vendors.CLIENT_ID) + " and "
                                    + SettingNames.environment(Vendors.CLIENT_SECRET) + "."
                            : "Mend " + SettingNames.environment(Vendors.TOKEN_URL) + ".",
                    isRefusal ? ExitCode.CREDENTIALS : ExitCode.UNAVAILABLE);
        }
    }

    private static String words(Answer answer) {
        return answer instanceof NoReply none
                ? none.reason() + ", " + none.detail()
                : "status " + ((Reply) answer).status();
    }
}
