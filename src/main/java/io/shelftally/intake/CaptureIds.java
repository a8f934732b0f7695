package io.shelftally.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads capture ids; their shape is Closient's (scanner API, path parameter of a capture). */
public final class CaptureIds {

    static final String COLUMN = "capture_id";

    /** What an id must be, for messages. */
    public static final String RULE = "a capture id is 22 characters of 2-9, A-Z but I and O, a-z but l";

    private static final Pattern SHAPE = Pattern.compile("[2-9A-HJ-NP-Za-km-z]{22}");

    private CaptureIds() {}

    public static Optional<String> read(String text) {
        return Optional.of(text).filter(id -> SHAPE.matcher(id).matches());
    }
}
