package io.shelftally.product;

import java.util.Optional;

/** The item number in the path of a GS1 Digital Link URI (GS1 Digital Link Standard: URI Syntax). */
final class DigitalLink {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 14;

    private DigitalLink() {}

    /** Whether the text is an http or https URL, the scheme in any case. */
    static boolean isUrl(String text) {
        return afterScheme(text) > 0;
    }

    /** The digits of the first neighbouring segments {@code 01/{8..14 digits}} or {@code gtin/...} of a URL's path. */
    static Optional<String> gtin(String url) {
        String[] segments = path(url).split("/", -1);
        for (int i = 0; i < segments.length - 1; i++) {
            if (segments[i].equals("01") || segments[i].equals("gtin")) {
                String digits = decodedDigits(segments[i + 1]);
                if (digits.length() >= SHORTEST && digits.length() <= LONGEST) {
                    return Optional.of(digits);
                }
            }
        }
        return Optional.empty();
    }

    private static int afterScheme(String text) {
        String scheme = "http";
        for (int i = 0; i < scheme.length(); i++) {
            if (i >= text.length() || (text.charAt(i) | ' ') != scheme.charAt(i)) {
                return -1;
            }
        }
        int at = scheme.length();
        if (at < text.length() && (text.charAt(at) | ' ') == 's') {
            at++;
        }
        return text.startsWith("://", at) ? at + "://".length() : -1;
    }

    private static String path(String url) {
        int authority = afterScheme(url);
        int end = authority;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        int slash = url.indexOf('/', authority);
        return slash < 0 || slash > end ? "" : url.substring(slash, end);
    }

    /** The segment with percent-encoded digits as digits; empty if it holds anything else. */
    private static String decodedDigits(String segment) {
        StringBuilder digits = new StringBuilder(LONGEST);
        for (int i = 0; i < segment.length(); i++) {
            if (segment.startsWith("%3", i)) {
                i += 2;
            }
            if (i >= segment.length() || !Digits.isDigit(segment.charAt(i))) {
                return "";
            }
            digits.append(segment.charAt(i));
        }
        return digits.toString();
    }
}
