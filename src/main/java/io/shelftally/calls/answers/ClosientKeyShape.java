package io.shelftally.calls.answers;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The documented shape of a Closient API key, so that a mistyped one can be reported before any call. Only a warning:
 * a key of another shape may be valid on another host.
 */
public final class ClosientKeyShape {

    private static final Pattern SHAPE = Pattern.compile("(?:csb|csu|cpk)_([0-9A-Za-z]{32})_([0-9a-f]{8})");

    private ClosientKeyShape() {}

    /** What is odd about a key, in words that do not hold it; empty if nothing is. */
    public static Optional<String> warning(String key) {
        Matcher shape = SHAPE.matcher(key);
        if (!shape.matches()) {
            return Optional.of("the Closient API key (" + key.length()
                    + " characters) is not of the shape csb|csu|cpk, 32 letters or digits, 8 hex digits,"
                    + " joined by underscores: is it complete?");
        }
        if (!checksum(shape.group(1)).equals(shape.group(2))) {
            return Optional.of("the Closient API key fails its own checksum: it is probably mistyped");
        }
        return Optional.empty();
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
