package io.shelftally.matching.product;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The item number in the path of a GS1 Digital Link URI (GS1 Digital Link Standard: URI Syntax). */
final class DigitalLink {

    private static final List<String> SCHEMES = List.of("https://", "http://");
    private static final String RESOLVER = "id.gs1.org/";

    private DigitalLink() {}

    /** Whether the text is an http or https URL, or one of GS1's own resolver without its scheme; in any case. */
    static boolean isLink(String text) {
        return authority(text) >= 0;
    }

    /**
     * The digits of the right-most neighbouring segments {@code 01/{digits}} or {@code gtin/...} of a URL's path: a path
     * may hold dates and folders too.
     */
    static Optional<String> gtin(String link) {
        String[] segments = path(link).split("/", -1);
        for (int i = segments.length - 2; i >= 0; i--) {
            String key = decoded(segments[i]);
            if (key.equals("01") || key.equals("gtin")) {
                String digits = decoded(segments[i + 1]);
                if (isItemNumber(digits)) {
                    return Optional.of(digits);
                }
            }
        }
        return Optional.empty();
    }

    /** Eight digits are often a date. */
    private static boolean isItemNumber(String digits) {
        return switch (digits.length()) {
            case 8 -> Digits.areAll(digits) && CheckDigit.isRight(digits);
            case 12, 13, 14 -> Digits.areAll(digits);
            default -> false;
        };
    }

    /** Where the name of the host begins; -1 if it is no link. */
    private static int authority(String text) {
        for (String scheme : SCHEMES) {
            if (startsWith(text, scheme)) {
                return scheme.length();
            }
        }
        return startsWith(text, RESOLVER) ? 0 : -1;
    }

    private static boolean startsWith(String text, String lowerCase) {
        if (text.length() < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String path(String link) {
        int authority = authority(link);
        int end = authority;
        while (end < link.length() && link.charAt(end) != '?' && link.charAt(end) != '#') {
            end++;
        }
        int slash = link.indexOf('/', authority);
        return slash < 0 || slash > end ? "" : link.substring(slash, end);
    }

    /** The segment without percent-encoding and without what surrounds it. */
    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return Characters.trimmed(segment);
        }
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean isEncoded =
                    bytes[i] == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0;
            bytes[length++] = isEncoded ? (byte) (16 * hex(bytes[i + 1]) + hex(bytes[i + 2])) : bytes[i];
            i += isEncoded ? 2 : 0;
        }
        return Characters.trimmed(new String(bytes, 0, length, StandardCharsets.UTF_8));
    }

    private static int hex(byte digit) {
        return digit < 0 ? -1 : Character.digit(digit, 16);
    }
}
