package io.shelftally.calls.answers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the vendors' date-times: with or without an offset, 0 to 9 fraction digits, a space or a {@code T} between. Days
 * that do not exist, and years that have not four digits, cannot be read.
 */
public final class Timestamps {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[[ ][XXX][XX][X]]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private final ZoneId assumedZone;

    /** @param assumedZone the zone of a text that carries none */
    public Timestamps(ZoneId assumedZone) {
        this.assumedZone = assumedZone;
    }

    /** The instant; empty if the text cannot be read. */
    public Optional<Instant> read(String text) {
        try {
            LocalDateTime plain = PlainTime.read(text);
            Instant instant =
                    plain == null ? formatted(text) : plain.atZone(assumedZone).toInstant();
            return Optional.of(instant).filter(time -> !time.isBefore(EARLIEST) && time.isBefore(END));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Instant formatted(String text) {
        TemporalAccessor parsed = FORMAT.parseBest(withT(text.strip()), OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : LocalDateTime.from(parsed).atZone(assumedZone).toInstant();
    }

    private static String withT(String text) {
        boolean other = text.length() > 10 && (text.charAt(10) == ' ' || text.charAt(10) == 't');
        String joined = other ? text.substring(0, 10) + "T" + text.substring(11) : text;
        return joined.endsWith("z") ? joined.substring(0, joined.length() - 1) + "Z" : joined;
    }
}
