package io.shelftally.operations.explanation;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a row of reconciled_items says what it says.
 *
 * @param lines those of both reports that make the row, as reported
 * @param captures every settled capture of the scan
 */
record RowExplanation(
        Map<String, @Nullable Object> row,
        String rule,
        List<ReportLine> lines,
        List<ComparedCapture> captures,
        Grounds grounds)
        implements Answer {

    @Override
    public Object json() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("row", row);
        document.put("rule", rule);
        document.put("report_lines", lines);
        document.put("captures", captures);
        grounds.putInto(document);
        return document;
    }

    @Override
    public String text(Style style) {
        String gtin = value("gtin");
        String verdict = value("verdict");
        return style.strong("scan " + value("scan_id") + ", " + gtin + ", night of " + value("business_date")) + "\n"
                + "  " + style.strong(verdict) + "  " + value("reason") + "\n"
                + Sections.facts(row, "match_method", "product_name", "brand", "store_id", "section", "capture_ids")
                + "\n" + style.strong("Why") + "\n  " + rule + "\n"
                + Sections.lines(lines, style)
                + Sections.captures(captures, gtin, style)
                + grounds.text(style);
    }

    private String value(String column) {
        return Objects.toString(row.get(column), "");
    }
}
