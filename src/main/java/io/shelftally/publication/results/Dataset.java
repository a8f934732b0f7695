package io.shelftally.publication.results;

import java.util.List;

/**
 * A published table, defined once.
 *
 * @param name such as {@code reconciled_items}; the file is named so, with {@code .csv}
 * @param description one sentence for analysts
 * @param columns in published order
 * @param key the names of the columns that make a row unique and sort the file
 */
public record Dataset<R>(String name, String description, List<Column<R>> columns, List<String> key) {}
