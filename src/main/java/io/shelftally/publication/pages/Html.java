package io.shelftally.publication.pages;

/** Text on its way into a page: escaped, so that no name from a vendor becomes markup. */
public final class Html {
    private Html() {}

    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            append(escaped, text.charAt(at));
        }
        return escaped.toString();
    }

    /** A link to a file that is published beside the page; the name is ours. */
    public static String file(String name) {
        return link(name, name);
    }

    /** A link to an address of ours, relative to the page. */
    public static String link(String address, String text) {
        return "<a href=\"" + escape(address) + "\">" + escape(text) + "</a>";
    }

    private static void append(StringBuilder escaped, char c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.append(c);
        }
    }
}
