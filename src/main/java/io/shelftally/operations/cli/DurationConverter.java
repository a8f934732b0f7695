package io.shelftally.operations.cli;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s}, {@code 30m}, {@code 2h}, {@code PT30M} or {@code 0}. */
final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        Duration duration = parse(value.strip());
        if (duration.isNegative() || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new TypeConversionException("\"" + value + "\" is not between 0 and 24h");
        }
        return duration;
    }

    private static Duration parse(String value) {
        try {
            return value.equals("0") ? Duration.ZERO : withUnit(value);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new TypeConversionException("\"" + value + "\" is not a time such as 90s, 30m or 2h");
        }
    }

    private static Duration withUnit(String value) {
        if (value.matches("[0-9]+")) {
            throw new IllegalArgumentException("a unit is missing");
        }
        return DurationStyle.detectAndParse(value);
    }
}
