package io.shelftally.publication.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What every page has around its content: no script, nothing from elsewhere, readable on a phone and on paper. */
public final class Frame {
    private Frame() {}

    /** A page that is whole by itself: its style stands in it. */
    public static String alone(String title, String header, String content) {
        return page(title, "'unsafe-inline'", "<style>\n" + css() + "</style>", header, content);
    }

    /** A page of several that share a style. */
    public static String sharing(String stylesheet, String title, String header, String content) {
        return page(title, "'self' file:", "<link rel=\"stylesheet\" href=\"" + stylesheet + "\">", header, content);
    }

    /** The title is text, the rest is markup. */
    private static String page(String title, String styleSource, String style, String header, String content) {
        return Markup.of("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src %s">
                <title>%s</title>
                %s
                </head>
                <body>
                <header>
                <p class="brand"><svg width="22" height="18" aria-hidden="true">\
                <path d="M3 2v14M8 2v14M13 2v14M18 2v14M1 13L20 5"/></svg>ShelfTally</p>
                %s</header>
                <main>
                %s</main>
                </body>
                </html>
                """, styleSource, Html.escape(title), style, header, content);
    }

    /** All three are markup. */
    public static String section(String title, String lead, String content) {
        return Markup.of("""
                <section>
                <h2>%s</h2>
                <p class="lead">%s</p>
                %s</section>
                """, title, lead, content);
    }

    /** The style that all pages have. */
    public static String css() {
        try (InputStream css = Objects.requireNonNull(Frame.class.getResourceAsStream("page.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
