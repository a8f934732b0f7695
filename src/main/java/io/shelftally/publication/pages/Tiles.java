package io.shelftally.publication.pages;

/** One large figure for each thing that matters. */
public final class Tiles {

    /** Characters that a tile has room for at the usual size. */
    private static final int USUAL = 8;

    private Tiles() {}

    public static String of(String... tiles) {
        return "<div class=\"tiles\">\n" + String.join("", tiles) + "</div>\n";
    }

    public static String tile(String name, long count, String note) {
        return tile(name, Figures.number(count), note);
    }

    public static String tile(String name, String figure, String note) {
        return Markup.of(
                "<div class=\"tile\"><p>%s</p><p class=\"%s\">%s</p><p class=\"note\">%s</p></div>\n",
                Html.escape(name), figure.length() > USUAL ? "figure long" : "figure", figure, Html.escape(note));
    }
}
