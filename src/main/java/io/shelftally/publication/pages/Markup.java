package io.shelftally.publication.pages;

/** Fills values into markup as {@link String#format} does, which reads its pattern anew each time: a site has thousands of pages. */
public final class Markup {
    private Markup() {}

    /**
     * The markup filled.
     *
     * @param markup with {@code %s} for the next value, {@code %1$s} for the first, and {@code %%} for a percent sign
     * @throws IllegalArgumentException if it has a percent sign before anything else
     */
    public static String of(String markup, Object... values) {
        StringBuilder filled = new StringBuilder(markup.length() + 256);
        int next = 0;
        int from = 0;
        for (int at = markup.indexOf('%'); at >= 0; at = markup.indexOf('%', from)) {
            filled.append(markup, from, at);
            if (markup.startsWith("s", at + 1)) {
                filled.append(values[next++]);
                from = at + 2;
            } else if (markup.startsWith("%", at + 1)) {
                filled.append('%');
                from = at + 2;
            } else if (markup.startsWith("$s", at + 2)) {
                filled.append(values[markup.charAt(at + 1) - '1']);
                from = at + 4;
            } else {
                throw new IllegalArgumentException("no value is meant at " + at + " of " + markup);
            }
        }
        return filled.append(markup, from, markup.length()).toString();
    }
}
