package io.shelftally.proof.benchmark;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.OptionalInt;

/**
 * How many calls the job may have under way at once, as its setting says it.
 *
 * @param number empty where the job finds it out itself
 */
record InFlight(OptionalInt number) {

    private static final String AUTO = "auto";

    InFlight {
        if (number.isPresent() && number.getAsInt() < 1) {
            throw new IllegalArgumentException("calls in flight are 1 or more, or auto");
        }
    }

    static InFlight of(int number) {
        return new InFlight(OptionalInt.of(number));
    }

    /** Reads {@code 32} and {@code auto}. */
    static InFlight parse(String text) {
        if (text.equals(AUTO)) {
            return new InFlight(OptionalInt.empty());
        }
        if (!text.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("calls in flight are a number or auto, not \"" + text + "\"");
        }
        return of(Integer.parseInt(text));
    }

    /** For so many processes. */
    InFlight times(int processes) {
        return number.isPresent() ? of(number.getAsInt() * processes) : this;
    }

    /** For clients that need a number. */
    int orElse(int other) {
        return number.orElse(other);
    }

    @JsonValue
    @Override
    public String toString() {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : AUTO;
    }
}
