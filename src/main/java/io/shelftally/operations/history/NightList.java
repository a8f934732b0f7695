package io.shelftally.operations.history;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import java.util.List;

/** Published nights, the newest first. */
record NightList(List<PastNight> nights) implements Answer {

    @Override
    public boolean isEmpty() {
        return nights.isEmpty();
    }

    @Override
    public String text(Style style) {
        if (nights.isEmpty()) {
            return "no published nights\n";
        }
        TextTable table = new TextTable("date", "version", "rows", "open breaks", "carried captures", "carried scans")
                .numbers(1, 2, 3, 4, 5);
        nights.forEach(night -> table.row(
                night.businessDate(),
                night.version(),
                night.rows(),
                night.openBreaks(),
                night.carriedCaptures(),
                night.carriedScans()));
        return table.text(style);
    }
}
