package io.shelftally.intake.worklist;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineDecision;
import io.shelftally.intake.quarantine.QuarantineRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts mended rows into the places of those in quarantine.
 *
 * <ol>
 *   <li>A decision holds while the raw text of its row is what it was; otherwise the list was mended at its source, and wins.
 *   <li>The mended row, kept with the id in its plain form, is judged again. Where it is bad by now, the row stays as it is.
 *   <li>Where another row gives the same id with different values, it stays too, as {@code CONFLICTING_ROWS}: the good row was
 *       there first. Where it gives the same values, one of them is enough.
 * </ol>
 */
public final class Mending {

    private final Map<String, CaptureEntry> captures = new HashMap<>();
    private final Map<Long, ScanEntry> scans = new HashMap<>();
    private final List<CaptureEntry> captureList;
    private final List<ScanEntry> scanList;

    private Mending(WorkList list) {
        captureList = new ArrayList<>(list.captures());
        scanList = new ArrayList<>(list.scans());
        captureList.forEach(entry -> captures.put(entry.captureId(), entry));
        scanList.forEach(entry -> scans.put(entry.scanId(), entry));
    }

    /** The list with what was mended; the rows behind those of the input. */
    public static WorkList apply(WorkList list, List<QuarantineDecision> decisions) {
        List<QuarantineDecision> mends = decisions.stream()
                .filter(decision -> decision.kind() == QuarantineDecision.Kind.MENDED)
                .toList();
        if (mends.isEmpty()) {
            return list;
        }
        Mending mending = new Mending(list);
        List<QuarantineRow> left = new ArrayList<>();
        list.quarantine().forEach(row -> mending.left(row, mends).ifPresent(left::add));
        return new WorkList(
                List.copyOf(mending.captureList), List.copyOf(mending.scanList), List.copyOf(left), list.sources());
    }

    /** What stays in quarantine of the row. */
    private Optional<QuarantineRow> left(QuarantineRow row, List<QuarantineDecision> mends) {
        return mends.stream()
                .filter(mend -> mend.isOf(row))
                .map(QuarantineDecision::mended)
                .findFirst()
                .map(mended -> SingleRow.mended(row.source(), mended, UuidIds.REFUSE))
                .filter(SingleRow::isGood)
                .map(mended -> taken(mended) ? Optional.<QuarantineRow>empty() : Optional.of(conflict(row, mended)))
                .orElse(Optional.of(row));
    }

    /** Whether no other row contradicts it; then it is on the list. */
    private boolean taken(SingleRow mended) {
        return mended.capture().map(this::taken).orElse(true)
                && mended.scan().map(this::taken).orElse(true);
    }

    private boolean taken(CaptureEntry entry) {
        CaptureEntry other = captures.putIfAbsent(entry.captureId(), entry);
        if (other == null) {
            captureList.add(entry);
        }
        return other == null || other.equals(entry);
    }

    private boolean taken(ScanEntry entry) {
        ScanEntry other = scans.putIfAbsent(entry.scanId(), entry);
        if (other == null) {
            scanList.add(entry);
        }
        return other == null || other.equals(entry);
    }

    private static QuarantineRow conflict(QuarantineRow row, SingleRow mended) {
        return new QuarantineRow(
                row.source(),
                row.position(),
                null,
                row.subjectId(),
                QuarantineCode.CONFLICTING_ROWS,
                "mended as " + mended.line() + ", and another row has this "
                        + SingleRow.columns(row.source()).get(0) + " with different values",
                row.raw());
    }
}
