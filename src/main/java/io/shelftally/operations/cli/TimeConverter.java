package io.shelftally.operations.cli;

import java.time.DateTimeException;
import java.time.LocalTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time of the day, such as {@code 06:30}. */
final class TimeConverter implements ITypeConverter<LocalTime> {

    @Override
    public LocalTime convert(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new TypeConversionException("\"" + text + "\" is not a time such as 06:30");
        }
    }
}
