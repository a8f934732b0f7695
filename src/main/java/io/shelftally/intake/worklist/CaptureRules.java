package io.shelftally.intake.worklist;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.rows.TextRow;
import java.util.List;
import java.util.Optional;

/** The rows of the captures' list. */
final class CaptureRules implements ListRules<CaptureEntry> {

    private static final String STORE = "store_id";

    private final UuidIds uuids;

    CaptureRules(UuidIds uuids) {
        this.uuids = uuids;
    }

    @Override
    public String list() {
        return "captures";
    }

    @Override
    public List<String> columns() {
        return List.of(CaptureIds.COLUMN, ScanIds.COLUMN, STORE);
    }

    @Override
    public Optional<Refusal> refusal(TextRow row) {
        return badId(row).or(() -> badScanId(row)).or(() -> Refusal.ofLong(row, STORE));
    }

    @Override
    public Optional<String> id(TextRow row) {
        return CaptureIds.read(row.value(CaptureIds.COLUMN), uuids);
    }

    @Override
    public CaptureEntry entry(TextRow row) {
        Long scanId = ScanIds.read(row.value(ScanIds.COLUMN)).orElse(null);
        return new CaptureEntry(id(row).orElseThrow(), scanId, Given.orNull(row.value(STORE)));
    }

    private Optional<Refusal> badId(TextRow row) {
        return id(row).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.ofValue(
                        QuarantineCode.BAD_CAPTURE_ID,
                        row,
                        CaptureIds.COLUMN,
                        CaptureIds.fault(row.value(CaptureIds.COLUMN))));
    }

    private static Optional<Refusal> badScanId(TextRow row) {
        return row.value(ScanIds.COLUMN).isEmpty() ? Optional.empty() : ScanIds.refusal(row);
    }
}
