package io.shelftally.console;

import java.time.Duration;
import java.util.Locale;

/** Times of whole seconds, such as {@code 2:52} or {@code 1:02:52}. */
final class Spans {

    private Spans() {}

    static String text(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
