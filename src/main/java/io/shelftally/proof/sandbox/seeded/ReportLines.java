package io.shelftally.proof.sandbox.seeded;

import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.sandbox.world.CatalogueItem;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.Report;
import io.shelftally.proof.sandbox.world.ReportTemplate;
import io.shelftally.proof.sandbox.world.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue as lines of reports, written once, so that the report of a shelf is only put together. */
final class ReportLines {

    private static final String LIST_END = "]}}";

    private static final List<String> ORDER = List.of("ITEMS_SEEN", "FACINGS_SEEN", "FULL_FACINGS", "OOS");

    private final List<byte[]> lines;
    private final List<byte[]> withoutFacings;
    private final List<String> delivered;

    /** @param delivered the types that are written whatever is asked for; empty for those that are */
    ReportLines(Catalogue catalogue, List<String> delivered) {
        this.lines = lines(catalogue, row -> line(catalogue.get(row)));
        this.withoutFacings = lines(
                catalogue, row -> line(catalogue.get(row)).put("facings", 0).put("expected_facings", 3));
        this.delivered = delivered;
    }

    private static List<byte[]> lines(Catalogue catalogue, IntFunction<ObjectNode> line) {
        return IntStream.range(0, catalogue.size())
                .mapToObj(row -> Json.text(line.apply(row)).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** What the report of this scan says. */
    Report report(long scanId, Shelf shelf) {
        return (types, out) -> {
            String comma = "{";
            for (String type : ORDER) {
                if (delivered.isEmpty() ? isAsked(type, types) : delivered.contains(type)) {
                    out.append(comma).append("\"" + type + "\":").append(opening(type, scanId));
                    list(type, out, shelf);
                    comma = ",";
                }
            }
            out.append(comma.equals("{") ? "{}" : "}");
        };
    }

    private static boolean isAsked(String type, List<String> types) {
        return types.contains(type) || (type.equals("ITEMS_SEEN") && types.contains("ITEM_SEEN"));
    }

    /** FULL_FACINGS has the products without facings too: those that are out of stock and not seen. */
    private void list(String type, Utf8 out, Shelf shelf) {
        switch (type) {
            case "OOS" -> append(out, shelf, lines, shelf.outOfStockBegin(), shelf.products(), "");
            case "FULL_FACINGS" -> {
                append(out, shelf, lines, 0, shelf.seenEnd(), "");
                append(out, shelf, withoutFacings, shelf.seenEnd(), shelf.products(), shelf.seenEnd() > 0 ? "," : "");
            }
            default -> append(out, shelf, lines, 0, shelf.seenEnd(), "");
        }
        out.append(LIST_END);
    }

    private static void append(Utf8 out, Shelf shelf, List<byte[]> lines, int begin, int end, String comma) {
        String before = comma;
        for (int place = begin; place < end; place++) {
            out.append(before).append(lines.get(shelf.product(place).row()));
            before = ",";
        }
    }

    private static String opening(String type, long scanId) {
        String empty = Json.text(ReportTemplate.of(type, scanId));
        return empty.substring(0, empty.length() - LIST_END.length());
    }

    /** Every fourth code is a number, without its leading zeros; every third line says how many facings there are. */
    private static ObjectNode line(CatalogueItem item) {
        ObjectNode line = item.reportLine();
        if (item.row() % 4 == 0) {
            line.put("upc", Long.parseLong(item.code()));
        }
        if (item.row() % 3 == 0) {
            line.put("facings", 1 + item.row() % 5).put("expected_facings", 3);
        }
        return line;
    }
}
