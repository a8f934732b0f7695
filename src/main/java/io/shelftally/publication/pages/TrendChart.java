package io.shelftally.publication.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One figure over the nights as a line of its own: told from others by its place and its name, never by its colour. The line is
 * inline SVG, which stretches; all text stands beside it, so that it keeps its size.
 */
public final class TrendChart {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 100;

    private TrendChart() {}

    /** One night's value. */
    public record Point(LocalDate night, long value) {}

    /**
     * A figure over the nights.
     *
     * @param note what it is, in a few words; may be empty
     * @param points the earliest first; a night without a value has none
     */
    public record Trend(String name, String note, Unit unit, List<Point> points) {
        public Trend {
            points = List.copyOf(points);
        }
    }

    /** The span of days that every chart of a page shows. */
    public record Span(LocalDate first, LocalDate last) {
        private long at(LocalDate night) {
            long days = ChronoUnit.DAYS.between(first, last);
            return days == 0 ? WIDTH : ChronoUnit.DAYS.between(first, night) * WIDTH / days;
        }
    }

    /** Several side by side. */
    public static String several(Span span, List<Trend> trends) {
        StringBuilder charts = new StringBuilder("<div class=\"trends\">\n");
        trends.forEach(trend -> charts.append(figure(span, trend)));
        return charts.append("</div>\n").toString();
    }

    private static String figure(Span span, Trend trend) {
        String caption = Markup.of(
                "<figcaption><strong>%s</strong> <span class=\"now\">%s</span> <span class=\"note\">%s</span></figcaption>\n",
                Html.escape(trend.name()).replace("_", "_<wbr>"),
                trend.points().isEmpty() ? "" : trend.unit().text(last(trend)),
                Html.escape(trend.note()));
        String content =
                trend.points().isEmpty() ? "<p class=\"note\">Not known of any night.</p>\n" : plot(span, trend);
        return "<figure>\n" + caption + content + "</figure>\n";
    }

    private static String plot(Span span, Trend trend) {
        long least = trend.points().stream().mapToLong(Point::value).min().orElse(0);
        long most = trend.points().stream().mapToLong(Point::value).max().orElse(0);
        long floor = trend.unit().floor(least, most);
        long ceiling = trend.unit().ceiling(most, floor);
        StringBuilder line = new StringBuilder();
        String end = "";
        for (Point point : trend.points()) {
            long y = HEIGHT - (point.value() - floor) * HEIGHT / (ceiling - floor);
            end = span.at(point.night()) + " " + y;
            line.append(line.isEmpty() ? "M" : "L").append(end);
        }
        return Markup.of(
                """
                <div class="plot"><p class="scale"><span>%1$s</span><span>%2$s</span></p>
                <svg role="img" aria-label="%3$s" viewBox="0 0 1000 100" preserveAspectRatio="none">
                <path class="grid" d="M0 0H1000M0 50H1000M0 100H1000"/><path class="line" d="%4$s"/>\
                <path class="end" d="M%5$sh0"/></svg></div>
                <p class="days"><span>%6$s</span><span>%7$s</span></p>
                """,
                trend.unit().text(ceiling),
                trend.unit().text(floor),
                Html.escape(description(trend, least, most)),
                line,
                end,
                span.first(),
                span.last());
    }

    private static String description(Trend trend, long least, long most) {
        List<Point> points = trend.points();
        return Markup.of(
                "%s, %s %s from %s to %s: least %s, most %s, last %s",
                trend.name(),
                points.size(),
                points.size() == 1 ? "night" : "nights",
                points.get(0).night(),
                points.get(points.size() - 1).night(),
                trend.unit().text(least),
                trend.unit().text(most),
                trend.unit().text(last(trend)));
    }

    private static long last(Trend trend) {
        return trend.points().get(trend.points().size() - 1).value();
    }
}
