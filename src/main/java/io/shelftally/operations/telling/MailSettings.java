package io.shelftally.operations.telling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The mail server by which the end of a run is told; off by default.
 *
 * @param host of the server
 * @param port 587
 * @param tls starttls
 * @param username null for a server that asks for none, and so the password
 * @param from the sender's address
 * @param to the addresses that it goes to; null if none is set
 * @param on which ends, trouble
 */
@Validated
@ConfigurationProperties("shelftally.notify.mail")
public record MailSettings(
        @Nullable String host,
        @Min(1) @Max(65535) int port,

        @NotNull(message = "must be one of starttls, tls, none")
        Tls tls,

        @Nullable String username,
        @Nullable String password,
        @Nullable String from,
        @Nullable List<String> to,

        @NotNull(message = "must be one of always, trouble, failure")
        When on) {

    /** How the connection is encrypted: after a greeting in clear, from its beginning, or not at all. */
    public enum Tls {
        STARTTLS,
        TLS,
        NONE
    }

    public MailSettings {
        to = to == null ? null : List.copyOf(to);
    }

    @Override
    public String toString() {
        return "MailSettings[host=" + host + ", port=" + port + ", tls=" + tls + ", from=" + from + ", to=" + to
                + ", on=" + on + "]";
    }
}
