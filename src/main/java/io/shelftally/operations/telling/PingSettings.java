package io.shelftally.operations.telling;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The check that is told of each run; off by default.
 *
 * @param url of the check, which is a secret: whoever knows it can say that all is well
 */
@ConfigurationProperties("shelftally.notify.ping")
public record PingSettings(@Nullable URI url) {

    @Override
    public String toString() {
        return "PingSettings[url=" + (url == null ? "none" : "given") + "]";
    }
}
