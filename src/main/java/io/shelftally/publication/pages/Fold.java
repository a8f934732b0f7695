package io.shelftally.publication.pages;

/** What a reader opens when it is wanted, so that the page stays short; paper shows it all. */
public final class Fold {
    private Fold() {}

    /**
     * It as markup.
     *
     * @param content markup too
     */
    public static String of(String title, String content) {
        return Markup.of("<details>\n<summary>%s</summary>\n%s</details>\n", Html.escape(title), content);
    }
}
