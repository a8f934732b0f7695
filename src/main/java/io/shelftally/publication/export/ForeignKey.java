package io.shelftally.publication.export;

import java.util.List;

/** Each value of a dataset's column stands in a column of another dataset, which is that one's key. */
public record ForeignKey(String dataset, String column, String toDataset, String toColumn) {

    /** Those between the files of a night. */
    public static final List<ForeignKey> OF_A_NIGHT =
            List.of(new ForeignKey("reconciled_items", "scan_id", "scans", "scan_id"));
}
