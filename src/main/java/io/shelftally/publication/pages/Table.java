package io.shelftally.publication.pages;

import java.util.ArrayList;
import java.util.List;

/** A table of the report page; columns first, then rows. */
public final class Table {
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final StringBuilder rows = new StringBuilder();

    public Table(String caption) {
        this.caption = caption;
    }

    public Table words(String... headers) {
        return columns("words", headers);
    }

    /** Set to the right, with figures of one width. */
    public Table numbers(String... headers) {
        return columns("number", headers);
    }

    /** Names that break after an underscore, if they must. */
    public Table constants(String... headers) {
        return columns("constant", headers);
    }

    /** Paths and hashes, which may break anywhere. */
    public Table codes(String... headers) {
        return columns("code", headers);
    }

    /** Names of files that are published beside the page, as links. */
    public Table files(String... headers) {
        return columns("file", headers);
    }

    /** Cells of markup, such as links. */
    public Table markup(String... headers) {
        return columns("markup", headers);
    }

    private Table columns(String kind, String... headers) {
        for (String header : headers) {
            columns.add(new Column(header, kind));
        }
        return this;
    }

    public Table row(String... cells) {
        rows.append("<tr>");
        for (int at = 0; at < cells.length; at++) {
            Column column = columns.get(at);
            rows.append("<td class=\"")
                    .append(column.kind())
                    .append("\">")
                    .append(cell(column, cells[at]))
                    .append("</td>");
        }
        rows.append("</tr>\n");
        return this;
    }

    private static String cell(Column column, String text) {
        if (column.kind().equals("markup")) {
            return text;
        }
        if (column.kind().equals("file")) {
            return Html.file(text);
        }
        return column.kind().equals("constant") ? breakable(text) : Html.escape(text);
    }

    private static String breakable(String text) {
        return Html.escape(text).replace("_", "_<wbr>");
    }

    public String html() {
        StringBuilder heads = new StringBuilder();
        for (Column column : columns) {
            heads.append(
                    Markup.of("<th scope=\"col\" class=\"%s\">%s</th>", column.kind(), breakable(column.header())));
        }
        return Markup.of("""
                <div class="scroll" role="group" tabindex="0" aria-label="%1$s"><table>
                <caption>%1$s</caption>
                <thead><tr>%2$s</tr></thead>
                <tbody>
                %3$s</tbody>
                </table></div>
                """, Html.escape(caption), heads, rows);
    }

    private record Column(String header, String kind) {}
}
