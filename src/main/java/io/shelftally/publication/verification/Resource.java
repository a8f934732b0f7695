package io.shelftally.publication.verification;

import io.shelftally.publication.verification.Descriptor.DescribedFile;
import java.util.List;

/**
 * A CSV file as the descriptor describes it.
 *
 * @param key the names of the columns that make a row unique and sort the file
 */
record Resource(String name, DescribedFile file, List<Field> fields, List<String> key, List<Reference> references) {

    /** A column whose values must be those of a column of another resource. */
    record Reference(String column, String resource, String toColumn) {}

    String path() {
        return file.path();
    }

    /** The place of a column in a row, from 0. */
    int indexOf(String column) {
        return columns().indexOf(column);
    }

    List<String> columns() {
        return fields.stream().map(Field::name).toList();
    }
}
