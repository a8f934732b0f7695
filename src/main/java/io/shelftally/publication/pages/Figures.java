package io.shelftally.publication.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/** Figures as people read them; English, whatever the machine is set to. */
public final class Figures {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final long ALL_TENTHS = 1000;

    private Figures() {}

    /** With a comma before each three digits. By hand, for pages hold tens of thousands of them. */
    public static String number(long value) {
        StringBuilder digits = new StringBuilder(Long.toString(value));
        for (int at = digits.length() - 3; at > (value < 0 ? 1 : 0); at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /** Rounded half up; but no share reads 100 % that is less, none 0 % that is more, and a share of nothing is a dash. */
    public static String percent(long part, long whole) {
        if (whole == 0) {
            return "-";
        }
        long tenths = (2000 * part + whole) / (2 * whole);
        if (tenths == 0 && part > 0) {
            return "< 0.1 %";
        }
        return tenths == ALL_TENTHS && part < whole ? "> 99.9 %" : tenths / 10 + "." + tenths % 10 + " %";
    }

    public static String bytes(long bytes) {
        if (bytes < 10_000) {
            return number(bytes) + " B";
        }
        return bytes < 10_000_000 ? number(bytes / 1_000) + " kB" : number(bytes / 1_000_000) + " MB";
    }

    public static String duration(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    public static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
