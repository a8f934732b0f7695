package io.shelftally.night.scans;

import io.shelftally.base.digest.Sha256;
import io.shelftally.base.text.StoredText;
import java.nio.charset.StandardCharsets;

/** A vendor's guid as the key of a row: itself, or its hash where an index of PostgreSQL cannot hold it. */
final class GuidKey {

    private static final int LONGEST = 500;

    private GuidKey() {}

    static String of(String guid) {
        boolean isStorable = guid.length() <= LONGEST && StoredText.of(guid).equals(guid);
        return isStorable ? guid : "sha256:" + Sha256.hex(guid.getBytes(StandardCharsets.UTF_16BE));
    }
}
