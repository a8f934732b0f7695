package io.shelftally.calls.quota;

import io.shelftally.base.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A quota that is kept.
 *
 * @param ledgerKey the name of the key's row, at most 64 characters; holds no secret
 * @param longestCall the longest time from sending a call to its answer or its end
 */
public record VendorQuota(String ledgerKey, QuotaSettings settings, Duration longestCall) {

    private static final int HASH_DIGITS = 16;

    public VendorQuota {
        if (ledgerKey.isEmpty() || ledgerKey.length() > 64) {
            throw new IllegalArgumentException("a ledger key has 1 to 64 characters, not \"" + ledgerKey + "\"");
        }
        if (longestCall.isNegative() || longestCall.isZero()) {
            throw new IllegalArgumentException("a call takes longer than " + longestCall);
        }
    }

    /** The quota of a vendor's API key, of which only a part of its SHA-256 is kept. */
    public static VendorQuota of(String vendor, String apiKey, QuotaSettings settings, Duration longestCall) {
        String hash = Sha256.hex(apiKey.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
        return new VendorQuota(vendor + "-" + hash, settings, longestCall);
    }
}
