package io.shelftally.calls.http;

import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;

/** Reads header lines: one without a colon gets no name and is passed over, and a name that is no token is an error. */
final class HeaderLines extends BasicLineParser {

    /** RFC 9110, section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    @Override
    public Header parseHeader(CharArrayBuffer line) throws ParseException {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return new BasicHeader("", "");
        }
        String name = line.substring(0, colon);
        if (!TOKEN.matcher(name).matches()) {
            throw new ParseException("a header's name is no token");
        }
        return new BasicHeader(name, line.substringTrimmed(colon + 1, line.length()));
    }
}
