package io.shelftally.console;

import java.time.Duration;
import java.util.Locale;

/** Times of whole seconds, such as {@code 2:52} or {@code 1:02:52}. */
public final class Spans {

    private Spans() {}

    /** As {@link #text}, but {@code 3.4 s} below a minute. */
    public static String fine(Duration time) {
        return time.toSeconds() < 60 ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0) : text(time);
    }

    static String text(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
