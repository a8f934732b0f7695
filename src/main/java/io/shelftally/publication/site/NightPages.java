package io.shelftally.publication.site;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Fold;
import io.shelftally.publication.pages.Frame;
import io.shelftally.publication.pages.Markup;
import io.shelftally.publication.pages.Meaning;
import io.shelftally.publication.pages.TrendChart;
import io.shelftally.publication.pages.TrendChart.Trend;
import io.shelftally.publication.pages.Unit;
import io.shelftally.publication.site.KeptNight.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The pages about the nights as such: all of them in figures, their trends, and what was set aside. */
final class NightPages {
    private static final List<String> VENDORS = List.of("closient", "pensa");

    private final Nights nights;

    NightPages(Nights nights) {
        this.nights = nights;
    }

    String nights() {
        return Topic.NIGHTS.page(
                Place.INSIDE,
                "Nights",
                span(),
                Frame.section(
                        "Every night in figures",
                        "A date leads to the report of its night; one without a link has no report here, as when it"
                                + " was pruned.",
                        figures(Place.INSIDE, Integer.MAX_VALUE)));
    }

    String figures(Place place, int most) {
        return new NightTable(nights, place)
                .count("Products", KeptNight::products)
                .share("Confirmed", night -> Optional.of(night.confirmed()))
                .count("Contradicted", KeptNight::contradicted)
                .count("Breaks open", night -> night.breaks("OPEN"))
                .count("Opened", night -> night.breaks("OPENED"))
                .count("Closed", night -> night.breaks("CLOSED"))
                .count(
                        "Scans reported",
                        night -> night.scans(ScanOutcome.REPORTED).part())
                .count(
                        "Captures reconciled",
                        night -> night.captures(CaptureOutcome.RECONCILED).part())
                .count("Set aside", KeptNight::setAside)
                .column("Version", night -> Integer.toString(night.version()))
                .html("Counted when the version was published", most);
    }

    String trends() {
        return Topic.TRENDS.page(
                Place.INSIDE, "Trends", span(), verdicts() + breaks() + coverage() + quota() + latency());
    }

    private String verdicts() {
        NightTable table = new NightTable(nights, Place.INSIDE);
        Stream.of(Verdict.values())
                .forEach(verdict -> table.count(verdict.name(), night -> night.verdicts(verdict::equals)));
        return section(
                "Verdicts",
                "The share of each in the products of a night.",
                Stream.of(Verdict.values())
                        .map(verdict -> nights.shares(
                                verdict.name(),
                                Meaning.of(verdict),
                                night -> Optional.of(
                                        new KeptNight.Share(night.verdicts(verdict::equals), night.products()))))
                        .toList(),
                table);
    }

    private String breaks() {
        return section(
                "Breaks",
                "Products at a place that the evidence contradicts, at the end of the night.",
                List.of(
                        nights.counts("Open", "at the end of the night", night -> night.breaks("OPEN")),
                        nights.counts("Opened", "on that night", night -> night.breaks("OPENED")),
                        nights.counts("Closed", "on that night", night -> night.breaks("CLOSED"))),
                new NightTable(nights, Place.INSIDE)
                        .count("Open", night -> night.breaks("OPEN"))
                        .count("Opened", night -> night.breaks("OPENED"))
                        .count("Closed", night -> night.breaks("CLOSED")));
    }

    private String coverage() {
        return section(
                "Coverage",
                "How much of what was asked about the vendors answered, and how much of it came to a result.",
                List.of(
                        nights.shares("Scans answered", "of those asked about", night -> night.answered("SCANS")),
                        nights.shares("Captures answered", "of those attempted", night -> night.answered("CAPTURES")),
                        nights.shares(
                                "Scans reported",
                                "of all scans of the night",
                                night -> Optional.of(night.scans(ScanOutcome.REPORTED))),
                        nights.shares(
                                "Captures reconciled",
                                "of all captures of the night",
                                night -> Optional.of(night.captures(CaptureOutcome.RECONCILED)))),
                new NightTable(nights, Place.INSIDE)
                        .share("Scans answered", night -> night.answered("SCANS"))
                        .share("Captures answered", night -> night.answered("CAPTURES"))
                        .share("Scans reported", night -> Optional.of(night.scans(ScanOutcome.REPORTED)))
                        .share("Captures reconciled", night -> Optional.of(night.captures(CaptureOutcome.RECONCILED))));
    }

    private String quota() {
        return section(
                "Quota",
                "What was used of Closient's day when the night was published, by all who use the key.",
                List.of(nights.shares("Closient, day", "of the calls that a day allows", KeptNight::quota)),
                new NightTable(nights, Place.INSIDE)
                        .column("Used", night -> number(night.quota().map(KeptNight.Share::part)))
                        .column("Limit", night -> number(night.quota().map(KeptNight.Share::whole)))
                        .share("Share", KeptNight::quota));
    }

    private String latency() {
        NightTable table = new NightTable(nights, Place.INSIDE);
        List<Trend> trends = new ArrayList<>();
        VENDORS.forEach(vendor -> {
            latency(table, trends, vendor + ", mean", "mean of a night", night -> night.meanMillis(vendor));
            latency(
                    table,
                    trends,
                    vendor + ", p50",
                    "half were answered within",
                    night -> night.millis(Kind.P50, vendor));
            latency(table, trends, vendor + ", p99", "99 of 100 were", night -> night.millis(Kind.P99, vendor));
        });
        return section(
                "Latency",
                "How long calls took until their answer was there; failed calls are left out. p50 and p99 are of the start of"
                        + " the night that made most of its calls.",
                trends,
                table);
    }

    /** Half and nearly all of the calls have a chart only where they were kept. */
    private void latency(
            NightTable table, List<Trend> trends, String name, String note, Function<KeptNight, Optional<Long>> value) {
        table.column(
                name,
                night -> value.apply(night)
                        .map(millis -> Figures.number(millis) + " ms")
                        .orElse("-"));
        Trend trend = nights.trend(name, note, Unit.MILLIS, value);
        if (!trend.points().isEmpty() || name.endsWith("mean")) {
            trends.add(trend);
        }
    }

    String setAside() {
        List<QuarantineCode> present = Stream.of(QuarantineCode.values())
                .filter(code -> nights.all().stream().anyMatch(night -> night.setAside(code) > 0))
                .toList();
        NightTable table = new NightTable(nights, Place.INSIDE).count("All", KeptNight::setAside);
        present.forEach(code -> table.count(code.name(), night -> night.setAside(code)));
        String content = present.isEmpty()
                ? Frame.section("By reason", "Nothing was set aside on any of these nights.", "")
                : section(
                        "By reason",
                        "Rows of the lists and answers of the vendors that were refused. Reasons that never occurred are"
                                + " left out.",
                        present.stream()
                                .map(code ->
                                        nights.counts(code.name(), Meaning.of(code), night -> night.setAside(code)))
                                .toList(),
                        table);
        return Topic.SET_ASIDE.page(Place.INSIDE, "Set aside", span(), content);
    }

    String span() {
        return Markup.of(
                "%s published %s to <strong>%s</strong>",
                nights.all().size() == 1
                        ? "1 night"
                        : Figures.number(nights.all().size()) + " nights",
                nights.span().first().equals(nights.span().last())
                        ? "up"
                        : "from <strong>" + nights.span().first() + "</strong>",
                nights.span().last());
    }

    private String section(String title, String lead, List<Trend> trends, NightTable table) {
        return Frame.section(
                title,
                lead,
                TrendChart.several(nights.span(), trends)
                        + Fold.of("In numbers", table.html(title + " by night, the latest first", Integer.MAX_VALUE)));
    }

    private static String number(Optional<Long> value) {
        return value.map(Figures::number).orElse("-");
    }
}
