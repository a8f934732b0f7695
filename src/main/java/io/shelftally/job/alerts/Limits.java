package io.shelftally.job.alerts;

import io.shelftally.publication.report.Summary.Level;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From where on a figure is warned of, and from where on it fails, such as {@code warn 0.9, fail 0.5}; either may be left out.
 *
 * @param of the limit by level; empty if the rule is off
 */
public record Limits(Map<Level, BigDecimal> of) {

    /** What a setting of it can be, after "must be". */
    public static final String ALLOWED = "such as warn 0.9, or fail 0.5, or both joined by a comma";

    static final Limits OFF = new Limits(Map.of());

    private static final Pattern PART = Pattern.compile("(warn|fail) +([0-9]{1,9}(\\.[0-9]{1,9})?)");

    public Limits {
        Map<Level, BigDecimal> sorted = new EnumMap<>(Level.class);
        sorted.putAll(of);
        of = Collections.unmodifiableMap(sorted);
    }

    /** Reads a setting; blank text is a rule that is off. */
    public static Limits valueOf(String text) {
        Map<Level, BigDecimal> limits = new EnumMap<>(Level.class);
        if (!text.isBlank()) {
            for (String part : text.split(",", -1)) {
                Matcher matcher = PART.matcher(part.strip().toLowerCase(Locale.ROOT));
                Level level = matcher.matches() ? Level.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)) : null;
                if (level == null || limits.putIfAbsent(level, new BigDecimal(matcher.group(2))) != null) {
                    throw new IllegalArgumentException("must be " + ALLOWED + ", not \"" + text + "\"");
                }
            }
        }
        return new Limits(limits);
    }

    boolean isOff() {
        return of.isEmpty();
    }
}
