package io.shelftally.operations.explanation;

import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of an explanation, as people read them. */
final class Sections {

    private static final int MOST_CAPTURES = 50;

    private Sections() {}

    /** The columns that are not empty, one a line. */
    static String facts(Map<String, @Nullable Object> row, String... columns) {
        StringBuilder text = new StringBuilder();
        for (String column : columns) {
            String value = Objects.toString(row.get(column), "").replaceAll("\\p{Cc}", "?");
            if (!value.isEmpty()) {
                text.append("  ").append(column).append(": ").append(value).append('\n');
            }
        }
        return text.toString();
    }

    static String lines(List<ReportLine> lines, Style style) {
        if (lines.isEmpty()) {
            return section("Lines of the reports", "  none: no report has the product\n", style);
        }
        TextTable table = new TextTable("report", "upc as reported", "read as", "flags", "product_id", "product");
        lines.forEach(line -> table.row(
                line.report(),
                line.upc(),
                readAs(line.kind(), line.weighed()),
                joined(line.flags()),
                line.productId(),
                line.product()));
        return section("Lines of the reports", table.text(style), style);
    }

    static String captures(List<ComparedCapture> captures, String gtin, Style style) {
        if (captures.isEmpty()) {
            return section("Captures of the scan", "  none is settled and has a product code\n", style);
        }
        TextTable table = new TextTable("capture", "status", "gtin", "other reading", "read as", "flags", "outcome");
        captures.stream()
                .limit(MOST_CAPTURES)
                .forEach(capture -> table.row(
                        capture.captureId(),
                        capture.status(),
                        capture.gtin(),
                        capture.secondCandidate(),
                        readAs(capture.kind(), capture.weighed()),
                        joined(capture.flags()),
                        capture.outcome(gtin)));
        int more = captures.size() - MOST_CAPTURES;
        return section(
                "Captures of the scan",
                table.text(style) + (more > 0 ? "  and " + more + " more: --json shows all\n" : ""),
                style);
    }

    static String near(List<Near> near, Style style) {
        if (near.isEmpty()) {
            return section("Near", "  no other product or capture of the scan has a GTIN near this one\n", style);
        }
        TextTable table = new TextTable("gtin", "how", "of");
        near.forEach(one -> table.row(one.gtin(), one.nearness().words(), one.what()));
        return section("Near", table.text(style), style);
    }

    /** A star stands at the answers that the result was computed from. */
    static String evidence(List<GivenAnswer> answers, Style style) {
        TextTable table = new TextTable("", "vendor", "call", "subject", "at", "http", "bytes", "sha256").numbers(5, 6);
        answers.forEach(answer -> table.row(
                answer.decides() ? "*" : "",
                answer.vendor(),
                answer.call(),
                answer.subject(),
                answer.at(),
                answer.httpStatus(),
                answer.bytes(),
                answer.sha256()));
        String text = table.isEmpty() ? "  none: no vendor ever answered\n" : table.text(style);
        return section("Evidence (* decided)", text, style);
    }

    static String differences(List<Difference> differences, Style style) {
        if (differences.isEmpty()) {
            return "\n" + style.good("Computed again from this evidence, it is the same.") + "\n";
        }
        TextTable table = new TextTable("column", "published", "computed again");
        differences.forEach(one -> table.row(one.column(), one.published(), one.computed()));
        return "\n" + style.bad("Computed again from this evidence, it is NOT the same:") + "\n" + table.text(style)
                + "A later answer, a late capture or another setting of shelftally.matching explains it; run the date again.\n";
    }

    private static String section(String title, String text, Style style) {
        return "\n" + style.strong(title) + "\n" + text;
    }

    private static String readAs(String kind, @Nullable WeighedPack weighed) {
        return weighed == null ? kind : kind + ", " + weighed.words();
    }

    private static String joined(List<String> flags) {
        return String.join("|", flags);
    }
}
