package io.shelftally.calls.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * The secrets that calls carry, to be starred out of what comes back: a vendor may repeat them, in the message of an error
 * for example, and answers are kept and published. For any number of threads.
 *
 * <p>A secret is found as it is, in UTF-16 and UTF-32 too, and with any of its characters escaped as in JSON or in a URL.
 */
final class Secrets {

    /** Anything shorter may well stand in honest data, and is no secret that could not be guessed. */
    static final int SHORTEST = 8;

    private static final int MOST_ZEROS = 3;

    /** The longest form of a character, with the zeros behind it. */
    private static final int MOST_BYTES = "\\u0041".length() + MOST_ZEROS;

    /** What escapes a character, and what stands beside one in UTF-16. */
    private static final char[] TELLING = {'\\', '%', '\0'};

    private static final String HEX = "0123456789ABCDEFabcdef";

    private final Set<String> secrets = new CopyOnWriteArraySet<>();

    /** The pairs of bytes that a secret can begin with: most of a text is passed over by a look at them. */
    private final boolean[] begins = new boolean[1 << 16];

    /** Bytes of a secret at the most. */
    private volatile int longest;

    /** A secret shorter than {@value #SHORTEST} characters is passed over. */
    synchronized void add(String secret) {
        if (secret.length() >= SHORTEST) {
            char first = secret.charAt(0);
            begin(first, secret.charAt(1));
            begin(first, '\0');
            begin(first, '\\');
            begin(first, '%');
            begin('\\', first);
            begin('\\', 'u');
            HEX.chars().forEach(digit -> begin('%', (char) digit));
            longest = Math.max(longest, MOST_BYTES * secret.length());
            secrets.add(secret);
        }
    }

    /** Overwrites every secret in the text with stars, one for each byte but zeros, so that JSON stays JSON. */
    void starOut(byte[] text) {
        String units = new String(text, ISO_8859_1);
        for (char telling : TELLING) {
            starOutEscaped(text, units, telling);
        }
        secrets.forEach(secret -> starOutPlain(text, units, secret));
    }

    private static void starOutPlain(byte[] text, String units, String secret) {
        for (int at = units.indexOf(secret); at >= 0; at = units.indexOf(secret, at + 1)) {
            star(text, at, at + secret.length());
        }
    }

    /** Most of an answer is far from anything by which a secret is not as it is: only what is near is gone through. */
    private void starOutEscaped(byte[] text, String units, char telling) {
        int done = 0;
        for (int at = units.indexOf(telling); at >= 0; at = units.indexOf(telling, at + 1)) {
            starOut(text, Math.max(done, at - longest), at + 1);
            done = at + 1;
        }
    }

    /** Overwrites those that begin between two places. */
    private void starOut(byte[] text, int from, int to) {
        for (int at = from; at < to && at + 1 < text.length; at++) {
            if (begins[pair(text[at], text[at + 1])]) {
                starOut(text, at);
            }
        }
    }

    private void begin(char one, char next) {
        begins[pair(one, next)] = true;
    }

    private static int pair(int one, int next) {
        return ((one & 0xFF) << 8) | (next & 0xFF);
    }

    private void starOut(byte[] text, int at) {
        int end = at;
        for (String secret : secrets) {
            end = Math.max(end, endOf(secret, text, at));
        }
        star(text, at, end);
    }

    /** Where the secret that begins here ends; -1 if none does. */
    private static int endOf(String secret, byte[] text, int start) {
        int at = afterCharacter(text, start, secret.charAt(0));
        for (int i = 1; i < secret.length() && at > 0; i++) {
            at = afterCharacter(text, afterZeros(text, at), secret.charAt(i));
        }
        return at;
    }

    private static int afterCharacter(byte[] text, int at, char wanted) {
        if (at >= text.length) {
            return -1;
        }
        if (text[at] == wanted) {
            return at + 1;
        }
        return switch (text[at]) {
            case '\\' -> afterBackslash(text, at + 1, wanted);
            case '%' -> hex(text, at + 1, 2) == wanted ? at + 3 : -1;
            default -> -1;
        };
    }

    private static int afterBackslash(byte[] text, int at, char wanted) {
        if (at < text.length && text[at] == wanted) {
            return at + 1;
        }
        boolean isUnicode = at < text.length && text[at] == 'u';
        return isUnicode && hex(text, at + 1, 4) == wanted ? at + 5 : -1;
    }

    /** The number of so many hex digits; -1 if there are no such. */
    private static int hex(byte[] text, int from, int digits) {
        int number = 0;
        for (int at = from; at < from + digits; at++) {
            int digit = at < text.length ? Character.digit(text[at], 16) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * 16 + digit;
        }
        return number;
    }

    private static int afterZeros(byte[] text, int from) {
        int at = from;
        while (at < text.length && at < from + MOST_ZEROS && text[at] == 0) {
            at++;
        }
        return at;
    }

    private static void star(byte[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text[at] != 0) {
                text[at] = '*';
            }
        }
    }

    @Override
    public String toString() {
        return secrets.size() + " secrets";
    }
}
