package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.VariableWeight;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is known of one reported scan.
 *
 * @param lists those that are known; one that is absent is unknown
 * @param captures the captures linked to the scan, in any order
 */
public record ScanEvidence(Map<ReportType, ReportList> lists, List<SettledCapture> captures) {

    public ScanEvidence {
        Map<ReportType, ReportList> known = new EnumMap<>(ReportType.class);
        known.putAll(lists);
        lists = Collections.unmodifiableMap(known);
        captures = List.copyOf(captures);
    }

    /** The same evidence with the codes of weighed packs read as that of their product. */
    ScanEvidence readBy(VariableWeight weight) {
        if (weight.isNone()) {
            return this;
        }
        Map<ReportType, ReportList> read = new EnumMap<>(ReportType.class);
        lists.forEach((type, list) -> read.put(type, list.readBy(weight)));
        return new ScanEvidence(
                read, captures.stream().map(capture -> capture.readBy(weight)).toList());
    }

    /** The list of this type; empty if that report is unknown. */
    Optional<ReportList> list(ReportType type) {
        return Optional.ofNullable(lists.get(type));
    }

    /** The report that tells what was seen: ITEMS_SEEN, else the first list of facings that is known; empty if none is. */
    public Optional<ReportType> tellingSeen() {
        return lists.keySet().stream().filter(type -> type != ReportType.OOS).findFirst();
    }

    /** Whether the scan says of every product, named or not, whether it was seen. */
    public boolean tellsSeenOfAll() {
        return tellingSeen().flatMap(this::list).filter(ReportList::isReadable).isPresent();
    }
}
