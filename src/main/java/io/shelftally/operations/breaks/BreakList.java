package io.shelftally.operations.breaks;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import java.time.LocalDate;
import java.util.List;

/**
 * Open breaks of a night, the oldest first.
 *
 * @param open how many the night has in all
 */
record BreakList(LocalDate businessDate, List<OpenBreak> breaks, int open) implements Answer {

    @Override
    public boolean isEmpty() {
        return breaks.isEmpty();
    }

    @Override
    public String text(Style style) {
        TextTable table = new TextTable("place", "gtin", "opened", "nights", "first", "latest", "product").numbers(3);
        breaks.forEach(one -> table.row(
                one.place(),
                one.gtin(),
                one.openedOn(),
                one.nights(),
                one.firstVerdict(),
                one.latestVerdict(),
                one.productName()));
        return (table.isEmpty() ? "" : table.text(style) + "\n") + total() + "\n";
    }

    private String total() {
        String shown = breaks.size() == open ? "" : breaks.size() + " of ";
        return shown + open + (open == 1 ? " open break" : " open breaks") + " on " + businessDate;
    }
}
