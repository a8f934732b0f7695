package io.shelftally.publication.report;

import java.util.Locale;

/** What a reader opens when it is wanted, so that the page stays short; paper shows it all. */
final class Fold {
    private Fold() {}

    /** @param content markup */
    static String of(String title, String content) {
        return String.format(
                Locale.ROOT, "<details>\n<summary>%s</summary>\n%s</details>\n", Html.escape(title), content);
    }
}
