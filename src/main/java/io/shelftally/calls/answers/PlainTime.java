package io.shelftally.calls.answers;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The form that nearly all times have, {@code 2026-11-21T22:00:00.123}, read at a tenth of what a formatter takes. */
final class PlainTime {

    private static final String FORM = "dddd-dd-ddTdd:dd:dd";

    private PlainTime() {}

    /**
     * The time; null if the text has another form, perhaps one that can be read too.
     *
     * @throws java.time.DateTimeException if there is no such day or time
     */
    static @Nullable LocalDateTime read(String text) {
        int nanos = text.length() < FORM.length() || !hasForm(text) ? -1 : nanos(text, FORM.length());
        return nanos < 0
                ? null
                : LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos);
    }

    private static boolean hasForm(String text) {
        for (int i = 0; i < FORM.length(); i++) {
            char wanted = FORM.charAt(i);
            char c = text.charAt(i);
            if (wanted == 'd' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }

    /** Of a point and up to nine digits, or of nothing; -1 if something else stands there. */
    private static int nanos(String text, int from) {
        int digits = text.length() - from - 1;
        if (digits < 0) {
            return 0;
        }
        if (digits == 0 || digits > 9 || text.charAt(from) != '.') {
            return -1;
        }
        int nanos = 0;
        for (int i = from + 1; i <= from + 9; i++) {
            char c = i < text.length() ? text.charAt(i) : '0';
            if (c < '0' || c > '9') {
                return -1;
            }
            nanos = 10 * nanos + (c - '0');
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + (text.charAt(i) - '0');
        }
        return number;
    }
}
