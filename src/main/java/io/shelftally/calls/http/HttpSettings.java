package io.shelftally.calls.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How a vendor is called; the defaults stand in application.properties.
 *
 * @param connectTimeout 5 s by default
 * @param readTimeout the deadline of a whole call, its body included; 30 s by default
 * @param maxBody the longest answer that is read, as sent and unpacked; 32 MiB by default
 * @param allowPlain whether plain http may leave this machine; false by default
 */
@ConfigurationProperties("shelftally.http")
public record HttpSettings(Duration connectTimeout, Duration readTimeout, DataSize maxBody, boolean allowPlain) {

    private static final DataSize LONGEST_BODY = DataSize.ofGigabytes(1);

    public HttpSettings {
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("read-timeout", readTimeout);
        if (maxBody.toBytes() <= 0 || maxBody.compareTo(LONGEST_BODY) > 0) {
            throw new IllegalArgumentException("shelftally.http.max-body must be 1B to 1GB, not " + maxBody);
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("shelftally.http." + name + " must be more than zero, not " + value);
        }
    }
}
