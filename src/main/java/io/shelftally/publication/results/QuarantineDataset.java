package io.shelftally.publication.results;

import static io.shelftally.publication.results.Columns.all;
import static io.shelftally.publication.results.Columns.required;
import static io.shelftally.publication.results.Columns.text;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import java.util.List;

/** quarantine: one row for everything that was set aside. */
final class QuarantineDataset {

    static final Dataset<QuarantineRow> DATASET = new Dataset<>(
            "quarantine",
            "One row for every input row, report product or answer that was set aside, and why.",
            List.of(
                    required(
                            "source",
                            ColumnType.TEXT,
                            "What it stood in: a file, a query such as \"sql:captures\", or \"pensa:\" and the scan.",
                            QuarantineRow::source),
                    required(
                            "position",
                            ColumnType.TEXT,
                            "Where it stood: the line, the row number, or the JSON pointer from the root of the answer.",
                            QuarantineRow::position),
                    text("column", "The column that is wrong; empty if the whole row is.", QuarantineRow::column),
                    text(
                            "subject_id",
                            "The id of the row or product, where it has a good one.",
                            QuarantineRow::subjectId),
                    required("code", all(QuarantineCode.class), "Why it was set aside.", QuarantineRow::code),
                    text("detail", "The same in words, with the value at fault.", QuarantineRow::detail),
                    text("raw", "The text that was set aside, as it came.", QuarantineRow::raw)),
            List.of("source", "position"));

    private QuarantineDataset() {}
}
