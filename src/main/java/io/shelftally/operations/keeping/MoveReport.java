package io.shelftally.operations.keeping;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a move ended.
 *
 * @param from as messages name it
 * @param to as messages name it
 */
public record MoveReport(String from, String to, Move.Moved moved, ReplayedThere replayed) implements Answer {

    public boolean isWell() {
        return replayed != ReplayedThere.DIFFERENT;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder("moved " + moved.tables().size() + " tables, " + moved.rows()
                + " rows, from " + from + " to " + to + "\n");
        TextTable table = new TextTable("table", "rows", "check sum").numbers(1);
        moved.tables().stream()
                .filter(one -> one.rows() > 0)
                .forEach(one -> table.row(one.name(), one.rows(), checkSum(one)));
        return text.append(table.text(style))
                .append("Every table holds there what it held here, by number and check sum.\n")
                .append(night(style))
                .append('\n')
                .append("The H2 database is as it was. ")
                .append(
                        isWell()
                                ? "From now on, set spring.datasource.url to " + to
                                        + ",\nwith its username and password, wherever the job's settings are.\n"
                                : "Keep it in the settings: see what jobs/shelftally replay --date " + latest()
                                        + " says of it there,\nand report a bug if that is well.\n")
                .toString();
    }

    private String night(Style style) {
        String night = "The night of " + latest() + ", replayed there, ";
        return switch (replayed) {
            case SAME -> style.good(night + "has the bytes that were published.");
            case DIFFERENT -> style.bad(night + "has NOT the bytes that were published.");
            case UNKNOWN -> night + "compares with nothing: what it published is not known any more.";
            case NONE -> "No night is published, so none was replayed there.";
        };
    }

    private String latest() {
        return moved.latest().map(Object::toString).orElse("none");
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", from);
        json.put("to", to);
        json.put("rows", moved.rows());
        Map<String, Object> tables = new LinkedHashMap<>();
        moved.tables()
                .forEach(table -> tables.put(table.name(), Map.of("rows", table.rows(), "check_sum", checkSum(table))));
        json.put("tables", tables);
        json.put("latest", moved.latest().map(Object::toString).orElse(null));
        json.put("replayed", replayed.name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static String checkSum(Move.Table table) {
        return String.format(Locale.ROOT, "%016x", table.checkSum());
    }
}
