/**
 * How derived rows are shown: the columns, defined once; the tables behind the views; CSV, Parquet and spreadsheet; the report;
 * version directories and links; and a reader of its own that verifies them. It decides nothing about a product. Begin with
 * {@code results.Datasets}.
 */
@NullMarked
package io.shelftally.publication;

import org.jspecify.annotations.NullMarked;
