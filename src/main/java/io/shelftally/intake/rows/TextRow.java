package io.shelftally.intake.rows;

import java.util.List;
import java.util.Optional;

/** A row of a list as it came, before anything is known about its values. */
public final class TextRow {

    private final long position;
    private final String raw;
    private final Header header;
    private final List<String> fields;
    private final boolean torn;

    TextRow(long position, String raw, Header header, List<String> fields, boolean torn) {
        this.position = position;
        this.raw = raw;
        this.header = header;
        this.fields = fields;
        this.torn = torn;
    }

    /** The first line of the row in its file, or its number in the answer of a query; both from 1. */
    public long position() {
        return position;
    }

    /** The text as it came, without the line end. */
    public String raw() {
        return raw;
    }

    /** The names of the columns as a CSV line, under which the raw text can be read again; those that are not read are empty. */
    public String header() {
        return header.line();
    }

    /** The trimmed value; empty text also for a column or field that is absent. */
    public String value(String column) {
        return header.indexOf(column)
                .filter(index -> index < fields.size())
                .map(index -> WhiteSpace.trim(fields.get(index)))
                .orElse("");
    }

    /** Whether no cell holds anything, in whatever column. */
    boolean isEmpty() {
        return !torn && fields.stream().allMatch(WhiteSpace::isAll);
    }

    /** Why the fields do not fit the header, if they do not; of the last columns, those that are not required may be left out. */
    public Optional<String> misfit() {
        if (torn) {
            return Optional.of("text follows a closing quote, so the fields cannot be told apart");
        }
        if (fields.size() > header.size() || fields.size() <= header.required()) {
            return Optional.of("fields: " + fields.size() + ", columns in the header: " + header.size());
        }
        return Optional.empty();
    }
}
