package io.shelftally.publication.site;

import io.shelftally.publication.pages.BarChart;
import io.shelftally.publication.pages.BarChart.Bar;
import io.shelftally.publication.pages.BarChart.Tone;
import io.shelftally.publication.pages.BreakItems;
import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Fold;
import io.shelftally.publication.pages.Frame;
import io.shelftally.publication.pages.Html;
import io.shelftally.publication.pages.Markup;
import io.shelftally.publication.pages.Table;
import io.shelftally.publication.pages.Tiles;
import io.shelftally.publication.report.ListedBreak;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages about stores, as the latest night left them: all of them in one table, and each by itself. */
final class StorePages {
    static final String FOLDER = "stores/";

    private static final int CHARTED = 10;

    private final Nights nights;
    private final LocalDate night;
    private final List<Store> stores;

    StorePages(Nights nights, List<Store> stores) {
        this.nights = nights;
        this.night = nights.latest().businessDate();
        this.stores = List.copyOf(stores);
    }

    String all() {
        Map<Age, Long> open = new EnumMap<>(Age.class);
        stores.forEach(store -> store.open().forEach((age, number) -> open.merge(age, number, Long::sum)));
        return Topic.STORES.page(
                Place.INSIDE,
                "Stores",
                asOf(Place.INSIDE),
                Frame.section(
                                "Open breaks by age",
                                "By the days since they were opened.",
                                ages("all", "Open breaks of all stores by age", open))
                        + Frame.section(
                                "Every store",
                                "Those with the most open breaks come first. Products are those of tonight's scans.",
                                table()));
    }

    /** The stores to begin with; empty if no break is open. */
    String worst(Place place) {
        List<Store> some = stores.stream()
                .filter(store -> store.openBreaks() > 0)
                .limit(CHARTED)
                .toList();
        if (some.isEmpty()) {
            return Frame.section("Stores with the most open breaks", "No break is open.", "");
        }
        Table table = new Table("Open breaks by store").markup("Store").numbers("Open breaks");
        some.forEach(store -> table.row(link(store, place), Figures.number(store.openBreaks())));
        List<Bar> bars = some.stream()
                .map(store -> new Bar(store.name(), store.openBreaks(), Figures.number(store.openBreaks()), Tone.BAD))
                .toList();
        return Frame.section(
                "Stores with the most open breaks",
                "All of them, by age: " + Html.link(place.page(Topic.STORES.file()), "Stores") + ".",
                BarChart.svg("stores", "Open breaks by store", bars) + Fold.of("Their pages", table.html()));
    }

    String one(Store store) {
        StoreScans scans = store.scans();
        return Topic.STORES.below(
                Place.STORES,
                store.name(),
                asOf(Place.STORES),
                Tiles.of(
                                Tiles.tile("Open breaks", store.openBreaks(), "at the end of the night"),
                                Tiles.tile("Scans reported", scans.reported(), "of " + Figures.number(scans.scans())),
                                Tiles.tile("Captured", scans.captured(), "products in reported scans"),
                                Tiles.tile("Confirmed", scans.confirmed(), "products, captured and seen"),
                                Tiles.tile("Contradicted", scans.contradicted(), "products"))
                        + breaks(store));
    }

    private String breaks(Store store) {
        if (store.openBreaks() == 0) {
            return Frame.section("Open breaks", "There is nothing to look at in this store.", "");
        }
        return Frame.section(
                        "Open breaks by age",
                        "By the days since they were opened.",
                        ages("ages", "Open breaks by age", store.open()))
                + Frame.section(
                        "Open breaks", lead(store), BreakItems.list(store.oldest(), ListedBreak::found, this::row));
    }

    private String lead(Store store) {
        int listed = store.oldest().size();
        return Markup.of(
                "%s Rows are those of %s.",
                listed < store.openBreaks()
                        ? "The oldest " + listed + " of " + Figures.number(store.openBreaks()) + "."
                        : "The oldest come first.",
                file());
    }

    private String row(ListedBreak listed) {
        return " · row " + Figures.number(listed.row());
    }

    private String file() {
        return nights.reports().contains(night)
                ? Html.link(Place.STORES.file(night, "breaks.csv"), "breaks.csv")
                : "breaks.csv";
    }

    private static String ages(String id, String title, Map<Age, Long> open) {
        Table table = new Table(title).words("Opened").numbers("Open breaks");
        List<Bar> bars = Stream.of(Age.values())
                .map(age -> new Bar(age.words(), of(open, age), Figures.number(of(open, age)), Tone.BAD))
                .toList();
        bars.forEach(bar -> table.row(bar.label(), bar.value()));
        return BarChart.svg(id, title, bars) + Fold.of("In numbers", table.html());
    }

    private String table() {
        Table table = new Table("Open breaks by store and age").markup("Store").numbers("Open breaks");
        table.numbers(Stream.of(Age.values()).map(Age::words).toArray(String[]::new));
        table.numbers("Scans", "Reported", "Captured", "Confirmed", "Contradicted");
        stores.forEach(store -> table.row(
                link(store, Place.INSIDE),
                Figures.number(store.openBreaks()),
                Figures.number(of(store.open(), Age.TONIGHT)),
                Figures.number(of(store.open(), Age.DAYS)),
                Figures.number(of(store.open(), Age.WEEKS)),
                Figures.number(of(store.open(), Age.MONTHS)),
                Figures.number(store.scans().scans()),
                Figures.number(store.scans().reported()),
                Figures.number(store.scans().captured()),
                Figures.number(store.scans().confirmed()),
                Figures.number(store.scans().contradicted())));
        return table.html();
    }

    private static long of(Map<Age, Long> open, Age age) {
        return open.getOrDefault(age, 0L);
    }

    private static String link(Store store, Place place) {
        return Html.link(place.page(FOLDER + store.file()), store.name());
    }

    private String asOf(Place place) {
        return "As the night of " + nights.link(nights.latest(), place) + " left them";
    }
}
