package io.shelftally.console;

/**
 * How a text may look.
 *
 * @param colours whether the output is a terminal that shows them
 * @param columns of the terminal; 0 if it is none, so that nothing need be folded
 */
public record Style(boolean colours, int columns) {

    public static final Style PLAIN = new Style(false, 0);

    /** By the properties shelftally.colours and shelftally.output-columns; without them the output is no terminal. */
    public static Style ofLauncher() {
        return new Style(Boolean.getBoolean("shelftally.colours"), Integer.getInteger("shelftally.output-columns", 0));
    }

    /** Whole lines, the longer ones wrapped between words where the terminal ends. */
    public String wrapped(String lines) {
        return Folds.of(lines, columns);
    }

    public String strong(String text) {
        return in("1", text);
    }

    public String good(String text) {
        return in("32", text);
    }

    public String bad(String text) {
        return in("31", text);
    }

    public String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
