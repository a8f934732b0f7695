package io.shelftally.publication.site;

import io.shelftally.publication.pages.Html;
import io.shelftally.publication.pages.TrendChart.Point;
import io.shelftally.publication.pages.TrendChart.Span;
import io.shelftally.publication.pages.TrendChart.Trend;
import io.shelftally.publication.pages.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The nights that the site shows, one or more.
 *
 * @param all the earliest first
 * @param reports of which the report stands beside the site
 */
public record Nights(List<KeptNight> all, Set<LocalDate> reports) {

    public Nights {
        all = List.copyOf(all);
        reports = Set.copyOf(reports);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a site of no night");
        }
    }

    KeptNight latest() {
        return all.get(all.size() - 1);
    }

    Span span() {
        return new Span(all.get(0).businessDate(), latest().businessDate());
    }

    /** The latest of them, the latest first. */
    List<KeptNight> latest(int most) {
        List<KeptNight> some = new ArrayList<>(all.subList(Math.max(0, all.size() - most), all.size()));
        Collections.reverse(some);
        return some;
    }

    /** The date; a link to the report where there is one. */
    String link(KeptNight night, Place place) {
        String date = night.businessDate().toString();
        return reports.contains(night.businessDate())
                ? Html.link(place.file(night.businessDate(), "report.html"), date)
                : date;
    }

    Trend counts(String name, String note, Function<KeptNight, Long> value) {
        return trend(name, note, Unit.COUNT, night -> Optional.of(value.apply(night)));
    }

    Trend shares(String name, String note, Function<KeptNight, Optional<KeptNight.Share>> value) {
        return trend(
                name,
                note,
                Unit.SHARE,
                night -> value.apply(night)
                        .filter(share -> share.whole() > 0)
                        .map(share -> Unit.share(share.part(), share.whole())));
    }

    Trend trend(String name, String note, Unit unit, Function<KeptNight, Optional<Long>> value) {
        List<Point> points = new ArrayList<>();
        all.forEach(night -> value.apply(night).ifPresent(found -> points.add(new Point(night.businessDate(), found))));
        return new Trend(name, note, unit, points);
    }
}
