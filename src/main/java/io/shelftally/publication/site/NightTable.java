package io.shelftally.publication.site;

import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A table with a row a night; what is not known is a dash. */
final class NightTable {
    private final Nights nights;
    private final Place place;
    private final List<Column> columns = new ArrayList<>();

    NightTable(Nights nights, Place place) {
        this.nights = nights;
        this.place = place;
    }

    NightTable count(String header, Function<KeptNight, Long> value) {
        return column(header, night -> Figures.number(value.apply(night)));
    }

    NightTable share(String header, Function<KeptNight, Optional<KeptNight.Share>> value) {
        return column(
                header,
                night -> value.apply(night)
                        .map(share -> Figures.percent(share.part(), share.whole()))
                        .orElse("-"));
    }

    NightTable column(String header, Function<KeptNight, String> text) {
        columns.add(new Column(header, text));
        return this;
    }

    /** The latest first. */
    String html(String caption, int most) {
        Table table = new Table(caption).markup("Night");
        table.numbers(columns.stream().map(Column::header).toArray(String[]::new));
        for (KeptNight night : nights.latest(most)) {
            String[] cells = new String[columns.size() + 1];
            cells[0] = nights.link(night, place);
            for (int at = 0; at < columns.size(); at++) {
                cells[at + 1] = columns.get(at).text().apply(night);
            }
            table.row(cells);
        }
        return table.html();
    }

    private record Column(String header, Function<KeptNight, String> text) {}
}
