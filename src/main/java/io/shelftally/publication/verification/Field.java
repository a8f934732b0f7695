package io.shelftally.publication.verification;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column as the descriptor describes it.
 *
 * @param values the only ones allowed; empty if any
 */
record Field(String name, Type type, boolean required, Set<String> values, Optional<Pattern> pattern) {

    /** The types that exports use, by their name in Table Schema. */
    enum Type {
        STRING,
        INTEGER,
        BOOLEAN,
        DATE,
        DATETIME
    }

    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT =
            Pattern.compile("[+-]?[0-9]{4,10}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{0,8}[1-9])?Z");

    /** What is wrong with a cell, if anything, to follow the column's name. */
    Optional<String> problem(String cell) {
        if (cell.isEmpty()) {
            return required ? Optional.of("is empty and may not be") : Optional.empty();
        }
        if (!isOfType(cell)) {
            return Optional.of("is not of the type " + type.name().toLowerCase(Locale.ROOT));
        }
        if (!values.isEmpty() && !values.contains(cell)) {
            return Optional.of("is none of the values that the descriptor allows");
        }
        if (pattern.isPresent() && !pattern.get().matcher(cell).find()) {
            return Optional.of("does not match " + pattern.get());
        }
        return Optional.empty();
    }

    private boolean isOfType(String cell) {
        return switch (type) {
            case STRING -> cell.indexOf('\0') < 0;
            case INTEGER -> isInteger(cell);
            case BOOLEAN -> cell.equals("true") || cell.equals("false");
            case DATE -> isDate(cell);
            case DATETIME -> isInstant(cell);
        };
    }

    private static boolean isInteger(String cell) {
        try {
            return INTEGER.matcher(cell).matches() && Long.parseLong(cell) > Long.MIN_VALUE;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String cell) {
        try {
            return DATE.matcher(cell).matches() && LocalDate.parse(cell).getYear() >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isInstant(String cell) {
        try {
            return INSTANT.matcher(cell).matches() && !Instant.parse(cell).equals(Instant.MIN);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
