package io.shelftally.scans;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A guid, which may be any text, as the key of a row: itself if a database can hold it as such, else its SHA-256. No index
 * holds a megabyte, and PostgreSQL no U+0000.
 */
final class GuidKey {

    private static final int LONGEST = 255;

    private GuidKey() {}

    static String of(String guid) {
        boolean isPlain =
                guid.length() <= LONGEST && guid.chars().allMatch(c -> c != 0 && !Character.isSurrogate((char) c));
        return isPlain ? guid : "sha256:" + HexFormat.of().formatHex(digest(guid));
    }

    /** Of the UTF-16 units, so that no two lone surrogates are the same. */
    private static byte[] digest(String guid) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(guid.getBytes(StandardCharsets.UTF_16BE));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
