package io.shelftally.calls.window;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * The setting of how many calls are made at the same time.
 *
 * @param fixed the number; empty for {@code auto}, which finds it
 */
public record InFlight(OptionalInt fixed) {

    /** Found by itself. */
    public static final InFlight AUTO = new InFlight(OptionalInt.empty());

    private static final int MOST = 1000;
    private static final int AHEAD = 25;
    private static final int MOST_AHEAD = 1600;

    public InFlight {
        if (fixed.isPresent() && (fixed.getAsInt() < 1 || fixed.getAsInt() > MOST)) {
            throw wrong(String.valueOf(fixed.getAsInt()));
        }
    }

    public static InFlight of(int fixed) {
        return new InFlight(OptionalInt.of(fixed));
    }

    /** Reads the setting. */
    public static InFlight valueOf(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("auto")) {
            return AUTO;
        }
        try {
            return of(Integer.parseInt(word));
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    /** A window for one collection, with calls ahead so that those in flight are never too few while answers are stored. */
    public Window window() {
        return fixed.isPresent() ? Window.of(fixed.getAsInt(), ahead(fixed.getAsInt())) : new AutoWindow();
    }

    /** At 20 ms a call there is enough for half a second, as long as that is not too much to look through. */
    static int ahead(int inFlight) {
        return Math.min(AHEAD * inFlight, Math.max(MOST_AHEAD, inFlight));
    }

    /** The calls at the same time that a run begins with. */
    public int first() {
        return fixed.orElse(AutoWindow.FIRST);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("must be auto or a number from 1 to " + MOST + ", not " + text);
    }

    @Override
    public String toString() {
        return fixed.isPresent() ? String.valueOf(fixed.getAsInt()) : "auto";
    }
}
