package io.shelftally.verification;

import java.util.List;

/**
 * A CSV file as the descriptor describes it.
 *
 * @param sha256 64 hex digits
 * @param key the names of the columns that make a row unique and sort the file
 */
record Resource(
        String name,
        String path,
        long bytes,
        String sha256,
        List<Field> fields,
        List<String> key,
        List<Reference> references) {

    /** A column whose values must be those of a column of another resource. */
    record Reference(String column, String resource, String toColumn) {}

    /** The place of a column in a row, from 0. */
    int indexOf(String column) {
        return columns().indexOf(column);
    }

    List<String> columns() {
        return fields.stream().map(Field::name).toList();
    }
}
