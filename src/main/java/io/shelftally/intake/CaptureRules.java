package io.shelftally.intake;

import io.shelftally.quarantine.QuarantineCode;
import io.shelftally.rows.TextRow;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of the captures' list; the shape of an id is Closient's (scanner API, path parameter of a capture). */
final class CaptureRules implements ListRules<CaptureEntry> {

    private static final String ID = "capture_id";
    private static final String STORE = "store_id";
    private static final Pattern SHAPE = Pattern.compile("[2-9A-HJ-NP-Za-km-z]{22}");

    @Override
    public String list() {
        return "captures";
    }

    @Override
    public List<String> columns() {
        return List.of(ID, ScanIds.COLUMN, STORE);
    }

    @Override
    public Optional<Refusal> refusal(TextRow row) {
        return badId(row).or(() -> badScanId(row)).or(() -> Refusal.ofLong(row, STORE));
    }

    @Override
    public Optional<String> id(TextRow row) {
        return Optional.of(row.value(ID)).filter(id -> SHAPE.matcher(id).matches());
    }

    @Override
    public CaptureEntry entry(TextRow row) {
        Long scanId = ScanIds.read(row.value(ScanIds.COLUMN)).orElse(null);
        return new CaptureEntry(row.value(ID), scanId, Given.orNull(row.value(STORE)));
    }

    private Optional<Refusal> badId(TextRow row) {
        return id(row).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.ofValue(
                        QuarantineCode.BAD_CAPTURE_ID,
                        row,
                        ID,
                        "a capture id is 22 characters of 2-9, A-Z but I and O, a-z but l"));
    }

    private static Optional<Refusal> badScanId(TextRow row) {
        return row.value(ScanIds.COLUMN).isEmpty() ? Optional.empty() : ScanIds.refusal(row);
    }
}
