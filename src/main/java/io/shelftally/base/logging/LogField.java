package io.shelftally.base.logging;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.MDC;

/** What a line of the log is about, kept for the thread that writes it. */
public enum LogField {
    /** The number of the run. */
    RUN,
    /** The step of the job. */
    STEP,
    /** The capture or the scan. */
    ITEM;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** From now on in this thread. */
    public void set(String value) {
        MDC.put(key, value);
    }

    public void clear() {
        MDC.remove(key);
    }

    /** All of this thread, to be taken over by another. */
    public static Map<String, String> all() {
        return Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
    }

    /** Takes over what another thread had. */
    public static void take(Map<String, String> all) {
        MDC.setContextMap(all);
    }
}
