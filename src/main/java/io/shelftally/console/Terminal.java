package io.shelftally.console;

/**
 * What standard error is, as the launchers found it.
 *
 * @param columns of the terminal; 0 if it is none
 */
public record Terminal(int columns) {

    public static final Terminal NONE = new Terminal(0);

    private static final int USUAL_COLUMNS = 80;

    /** By the properties shelftally.terminal and shelftally.columns; without them there is no terminal. */
    public static Terminal ofLauncher() {
        if (!Boolean.getBoolean("shelftally.terminal")) {
            return NONE;
        }
        int columns = Integer.getInteger("shelftally.columns", USUAL_COLUMNS);
        return new Terminal(columns > 1 ? columns : USUAL_COLUMNS);
    }

    boolean isPresent() {
        return columns > 0;
    }

    /** The characters of a line; many terminals break the line after one in the last column. */
    int room() {
        return columns - 1;
    }
}
