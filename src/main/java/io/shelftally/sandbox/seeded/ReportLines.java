package io.shelftally.sandbox.seeded;

import io.shelftally.sandbox.world.Catalogue;
import io.shelftally.sandbox.world.CatalogueItem;
import io.shelftally.sandbox.world.Json;
import io.shelftally.sandbox.world.Report;
import io.shelftally.sandbox.world.ReportTemplate;
import io.shelftally.sandbox.world.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue as lines of reports, written once, so that the report of a shelf is only put together. */
final class ReportLines {

    private static final String LIST_END = "]}}";

    private final List<byte[]> lines;

    ReportLines(Catalogue catalogue) {
        this.lines = IntStream.range(0, catalogue.size())
                .mapToObj(row -> Json.text(line(catalogue.get(row))).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** What the report of this scan says. */
    Report report(long scanId, Shelf shelf) {
        return (types, out) -> {
            boolean isSeenAsked = Report.isAsked("ITEMS_SEEN", types);
            out.append("{");
            if (isSeenAsked) {
                out.append("\"ITEMS_SEEN\":").append(opening("ITEMS_SEEN", scanId));
                list(out, shelf, 0, shelf.seenEnd());
            }
            if (Report.isAsked("OOS", types)) {
                out.append(isSeenAsked ? "," : "").append("\"OOS\":").append(opening("OOS", scanId));
                list(out, shelf, shelf.outOfStockBegin(), shelf.products());
            }
            out.append("}");
        };
    }

    private static String opening(String type, long scanId) {
        String empty = Json.text(ReportTemplate.of(type, scanId));
        return empty.substring(0, empty.length() - LIST_END.length());
    }

    private void list(Utf8 out, Shelf shelf, int begin, int end) {
        for (int place = begin; place < end; place++) {
            out.append(place > begin ? "," : "")
                    .append(lines.get(shelf.product(place).row()));
        }
        out.append(LIST_END);
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
