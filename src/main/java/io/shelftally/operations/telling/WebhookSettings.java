package io.shelftally.operations.telling;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The webhook that is told of the end of a run; off by default.
 *
 * @param url which is a secret: whoever knows it can write there
 * @param template json, slack, teams, pagerduty, or the path of a file
 * @param key what a template names {@code key}: PagerDuty's routing key, a secret
 * @param on which ends, trouble
 */
@Validated
@ConfigurationProperties("shelftally.notify.webhook")
public record WebhookSettings(
        @Nullable URI url,
        @NotNull String template,
        @Nullable String key,

        @NotNull(message = "must be one of always, trouble, failure")
        When on) {

    @Override
    public String toString() {
        return "WebhookSettings[url=" + (url == null ? "none" : "given") + ", template=" + template + ", on=" + on
                + "]";
    }
}
