package io.shelftally.export;

/** Each value of a dataset's column stands in a column of another dataset, which is that one's key. */
public record ForeignKey(String dataset, String column, String toDataset, String toColumn) {}
