package io.shelftally.intake.worklist;

import io.shelftally.intake.rows.TextRow;
import java.util.List;
import java.util.Optional;

/** The rows of the scans' list. */
final class ScanRules implements ListRules<ScanEntry> {

    private static final String STORE = "store_id";
    private static final String SECTION = "section";

    @Override
    public String list() {
        return "scans";
    }

    @Override
    public List<String> columns() {
        return List.of(ScanIds.COLUMN, STORE, SECTION);
    }

    @Override
    public Optional<Refusal> refusal(TextRow row) {
        return ScanIds.refusal(row).or(() -> Refusal.ofLong(row, STORE)).or(() -> Refusal.ofLong(row, SECTION));
    }

    @Override
    public Optional<String> id(TextRow row) {
        String id = row.value(ScanIds.COLUMN);
        return ScanIds.refusal(row).isPresent()
                ? Optional.empty()
                : ScanIds.read(id).map(String::valueOf);
    }

    @Override
    public ScanEntry entry(TextRow row) {
        long scanId = ScanIds.read(row.value(ScanIds.COLUMN)).orElseThrow();
        return new ScanEntry(scanId, Given.orNull(row.value(STORE)), Given.orNull(row.value(SECTION)));
    }
}
