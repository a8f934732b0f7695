package io.shelftally.calls.http;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;

/** Reads header lines: one without a colon gets no name and is passed over, and a name that is no token is an error. */
final class HeaderLines extends BasicLineParser {

    /** What a token may hold besides letters and digits (RFC 9110, section 5.6.2). */
    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

    @Override
    public Header parseHeader(CharArrayBuffer line) throws ParseException {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return new BasicHeader("", "");
        }
        String name = line.substring(0, colon);
        if (!isToken(name)) {
            throw new ParseException("a header's name is no token");
        }
        return new BasicHeader(name, line.substringTrimmed(colon + 1, line.length()));
    }

    /** By a loop: some ten names of each answer are looked at. */
    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isOne = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!isOne && TOKEN_SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
