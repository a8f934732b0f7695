package io.shelftally.intake.worklist;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads capture ids; their shapes are Closient's (scanner API, path parameter of a capture). */
public final class CaptureIds {

    static final String COLUMN = "capture_id";

    /** What an id must be, for messages. */
    public static final String RULE = "a capture id is 22 characters of 2-9, A-Z but I and O, a-z but l";

    private static final String DIGITS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int LENGTH = 22;
    private static final Pattern SHAPE = Pattern.compile("[2-9A-HJ-NP-Za-km-z]{22}");
    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    private static final Pattern OLD = Pattern.compile("[aceghjkpqrtwxy346789]{12}");

    private CaptureIds() {}

    /** An id as the vendor is asked about it, from what a work list holds. */
    static Optional<String> read(String text, UuidIds uuids) {
        return uuids == UuidIds.CONVERT ? named(text) : Optional.of(text).filter(id -> matches(SHAPE, id));
    }

    /** An id as an operator names one that is known: its UUID is as good as itself. */
    public static Optional<String> named(String text) {
        if (matches(UUID, text)) {
            return Optional.of(ofUuid(text));
        }
        return Optional.of(text).filter(id -> matches(SHAPE, id));
    }

    /** What is wrong with a text that is no id, as far as its shape tells. */
    static String fault(String text) {
        if (matches(UUID, text)) {
            return RULE + "; this is the UUID of one, which shelftally.intake.uuid-ids=convert takes";
        }
        return matches(OLD, text) ? RULE + "; this is an id of 12 characters, as the vendor had before" : RULE;
    }

    /** Its 128 bits as a number of base 57, the first digit the most significant one. */
    private static String ofUuid(String uuid) {
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        BigInteger rest = new BigInteger(uuid.replace("-", ""), 16);
        char[] id = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            id[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(id);
    }

    private static boolean matches(Pattern shape, String text) {
        return shape.matcher(text).matches();
    }
}
