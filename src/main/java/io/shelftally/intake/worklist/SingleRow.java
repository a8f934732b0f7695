package io.shelftally.intake.worklist;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.rows.CsvRows;
import io.shelftally.intake.rows.RowLimits;
import io.shelftally.intake.rows.TextRow;
import io.shelftally.intake.rows.UnreadableRowsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a work list judged by itself, as an operator mends it or wants it judged again. Good rows have either entry.
 *
 * @param line a good row in the documented order of columns
 * @param code why it is bad; empty for a good one
 */
public record SingleRow(
        String line,
        Optional<CaptureEntry> capture,
        Optional<ScanEntry> scan,
        Optional<QuarantineCode> code,
        String detail) {

    private static final RowLimits LIMITS = new RowLimits(1_048_576, 2, 2_097_152);

    private interface Entry<E> {
        SingleRow good(E entry);
    }

    /** Whether the source is a work list; what vendors answered is none, and has no rows to mend. */
    public static boolean isOfList(String source) {
        return isCaptures(source) || isScans(source);
    }

    /** The columns of the source's list in the documented order. */
    public static List<String> columns(String source) {
        return rules(source).columns();
    }

    /** Judges values in the documented order of columns; optional ones at the end may be left out. */
    public static SingleRow mended(String source, String line, UuidIds uuids) {
        return judged(source, String.join(",", columns(source)), line, uuids);
    }

    /** Judges a row under the header of its list. */
    public static SingleRow judged(String source, String header, String line, UuidIds uuids) {
        return isCaptures(source)
                ? judged(new CaptureRules(uuids), header, line, SingleRow::good)
                : judged(new ScanRules(), header, line, SingleRow::good);
    }

    public boolean isGood() {
        return code.isEmpty();
    }

    private static <E> SingleRow judged(ListRules<E> rules, String header, String line, Entry<E> entry) {
        List<TextRow> rows = new ArrayList<>();
        try {
            CsvRows.of("the row", header + "\n" + line, LIMITS).read(rules.columns(), rows::add);
        } catch (UnreadableRowsException e) {
            return bad(QuarantineCode.WRONG_FIELD_COUNT, "it cannot be read as one row of CSV");
        }
        if (rows.size() != 1) {
            return bad(QuarantineCode.WRONG_FIELD_COUNT, "it must be one row");
        }
        TextRow row = rows.get(0);
        return row.misfit()
                .map(detail -> bad(QuarantineCode.WRONG_FIELD_COUNT, detail))
                .or(() -> rules.refusal(row).map(refusal -> bad(refusal.code(), refusal.detail())))
                .orElseGet(() -> entry.good(rules.entry(row)));
    }

    private static ListRules<?> rules(String source) {
        return isCaptures(source) ? new CaptureRules(UuidIds.REFUSE) : new ScanRules();
    }

    private static boolean isCaptures(String source) {
        return source.equals("captures.csv") || source.equals("sql:captures");
    }

    private static boolean isScans(String source) {
        return source.equals("scans.csv") || source.equals("sql:scans");
    }

    private static SingleRow good(CaptureEntry entry) {
        String line =
                line(entry.captureId(), entry.scanId() == null ? null : Long.toString(entry.scanId()), entry.storeId());
        return new SingleRow(line, Optional.of(entry), Optional.empty(), Optional.empty(), "");
    }

    private static SingleRow good(ScanEntry entry) {
        String line = line(Long.toString(entry.scanId()), entry.storeId(), entry.section());
        return new SingleRow(line, Optional.empty(), Optional.of(entry), Optional.empty(), "");
    }

    private static SingleRow bad(QuarantineCode code, String detail) {
        return new SingleRow("", Optional.empty(), Optional.empty(), Optional.of(code), detail);
    }

    private static String line(@Nullable String... values) {
        return Stream.of(values).map(SingleRow::cell).collect(Collectors.joining(","));
    }

    private static String cell(@Nullable String value) {
        String text = value == null ? "" : value;
        return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
