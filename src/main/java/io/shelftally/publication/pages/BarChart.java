package io.shelftally.publication.pages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Horizontal bars as inline SVG. Widths are shares of the page's, so that the text keeps its size on a phone. */
public final class BarChart {
    private static final int ROW_HEIGHT = 30;
    private static final int LONGEST_LABEL = 32;

    private BarChart() {}

    /** How a bar is to be read; colour never says it alone, the table beside it does too. */
    public enum Tone {
        GOOD,
        BAD,
        OPEN,
        PLAIN;

        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A bar.
     *
     * @param value what stands at its end
     */
    public record Bar(String label, long count, String value, Tone tone) {}

    /**
     * The chart as markup.
     *
     * @param id unlike any other on the page
     */
    public static String svg(String id, String title, List<Bar> bars) {
        long longest = bars.stream().mapToLong(Bar::count).max().orElse(0);
        StringBuilder rows = new StringBuilder();
        for (int at = 0; at < bars.size(); at++) {
            rows.append(row(bars.get(at), at * ROW_HEIGHT, longest));
        }
        return Markup.of("""
                <svg role="img" aria-labelledby="%1$s-title %1$s-desc" width="100%%" height="%2$s">
                <title id="%1$s-title">%3$s</title>
                <desc id="%1$s-desc">%4$s</desc>
                %5$s</svg>
                """, id, bars.size() * ROW_HEIGHT, Html.escape(title), description(bars), rows);
    }

    private static String row(Bar bar, int top, long longest) {
        return Markup.of(
                """
                <text x="0" y="%1$s">%2$s</text><text class="value" x="100%%" y="%1$s">%3$s</text>
                <rect class="track" x="0" y="%4$s" width="100%%" height="8" rx="3"/>\
                <rect class="%5$s" x="0" y="%4$s" width="%6$s" height="8" rx="3"/>
                """,
                top + 13,
                Html.escape(shortened(bar.label())),
                Html.escape(bar.value()),
                top + 18,
                bar.tone().css(),
                width(bar.count(), longest));
    }

    /** In percent with two decimals, rounded half up. */
    static String width(long count, long longest) {
        long hundredths = longest == 0 ? 0 : (20_000 * count + longest) / (2 * longest);
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + "%";
    }

    private static String shortened(String label) {
        if (label.codePointCount(0, label.length()) <= LONGEST_LABEL) {
            return label;
        }
        return label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }

    private static String description(List<Bar> bars) {
        return bars.stream()
                .map(bar -> Html.escape(bar.label() + ": " + bar.value()))
                .collect(Collectors.joining("; "));
    }
}
