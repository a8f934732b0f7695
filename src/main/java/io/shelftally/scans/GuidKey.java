package io.shelftally.scans;

import io.shelftally.text.StoredText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A vendor's guid as the key of a row: itself, or its hash where an index of PostgreSQL cannot hold it. */
final class GuidKey {

    private static final int LONGEST = 500;

    private GuidKey() {}

    static String of(String guid) {
        boolean isStorable = guid.length() <= LONGEST && StoredText.of(guid).equals(guid);
        return isStorable ? guid : "sha256:" + hash(guid);
    }

    private static String hash(String text) {
        try {
            byte[] units = text.getBytes(StandardCharsets.UTF_16BE);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(units));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
