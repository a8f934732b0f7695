package io.shelftally.night.scans;

import io.shelftally.calls.answers.Json;
import io.shelftally.matching.reconciliation.ReportType;
import io.shelftally.night.scans.ScanReport.Unasked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The reports that an answer holds, their products not read yet.
 *
 * @param reports a missing node under a type that the answer does not have, or whose report names another scan
 * @param hasNoOos whether the answer has the key NO_OOS
 * @param refusal the word by which the vendor says that there will be no report, if it does
 * @param data all that the answer holds
 * @param cut where the lists are that were cut out of it
 */
record ReportAnswer(
        Map<ReportType, Named> reports,
        boolean hasNoOos,
        Optional<String> refusal,
        JsonNode data,
        List<Unasked> unasked,
        CutAnswer cut) {

    /**
     * A report of the answer.
     *
     * @param key that it stands under: ITEMS_SEEN may be spelled ITEM_SEEN, as the vendor's documents also do
     */
    record Named(String key, JsonNode report) {}

    static final String LIST = "product_list";

    private static final String ITEM_SEEN = "ITEM_SEEN";
    private static final List<String> REFUSALS = List.of("SCAN_REJECTED", "SCAN_SKIPPED", "SCAN_FAILED");

    /** How the vendor spells types of reports; beside them stand texts such as {@code status} and {@code shelfId}. */
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]{2,63}");

    private static final int MOST_OTHERS = 10;

    /** Reads an answer; empty if it is not an object with an object {@code data}. */
    static Optional<ReportAnswer> read(byte[] body, long scanId, KnownLines known) {
        return whole(read(CutAnswer.of(body, known), scanId), body, scanId);
    }

    /** The same with lists that seem empty. */
    static Optional<ReportAnswer> outline(byte[] body, long scanId, KnownLines known) {
        return outline(CutAnswer.outline(body, known), body, scanId);
    }

    /** The same, in which only lists seem empty that could not be cut out. */
    static Optional<ReportAnswer> cut(byte[] body, long scanId, KnownLines known) {
        return outline(CutAnswer.of(body, known), body, scanId);
    }

    private static Optional<ReportAnswer> outline(CutAnswer cut, byte[] body, long scanId) {
        return whole(of(Json.outline(cut.rest(), LIST), scanId, cut), body, scanId);
    }

    /** Read once more without cuts, if parts of it are to be kept as they came. */
    private static Optional<ReportAnswer> whole(Optional<ReportAnswer> answer, byte[] body, long scanId) {
        return answer.filter(ReportAnswer::hasRawParts).isPresent() ? read(CutAnswer.uncut(body), scanId) : answer;
    }

    /** Reports of other scans, and lists that could not be cut out. */
    private boolean hasRawParts() {
        return !unasked.isEmpty()
                || reports.values().stream()
                        .anyMatch(named -> listNode(named.report()).size() > 0);
    }

    private static Optional<ReportAnswer> read(CutAnswer cut, long scanId) {
        return of(Json.object(cut.rest()), scanId, cut);
    }

    /** Whether all lists were cut out, so that none only seems empty. */
    boolean isWhole() {
        return reports.values().stream()
                .noneMatch(named -> listNode(named.report()).isArray());
    }

    /** Whether any report is known. */
    boolean isKnown() {
        return hasNoOos
                || reports.values().stream()
                        .map(named -> listNode(named.report()))
                        .anyMatch(list -> list.isArray() || cut.list(list).isPresent());
    }

    /** The report types that the answer names and that were not asked for; ITEM_SEEN is ITEMS_SEEN. */
    List<String> notAsked(Collection<String> asked, long scanId) {
        return data.propertyNames().stream()
                .filter(key -> TYPE.matcher(key).matches() && !REFUSALS.contains(key))
                .filter(key -> data.hasNonNull(key) && !isOfAnother(data.path(key), scanId))
                .map(key -> key.equals(ITEM_SEEN) ? ReportType.ITEMS_SEEN.name() : key)
                .filter(type -> !asked.contains(type))
                .distinct()
                .sorted()
                .limit(MOST_OTHERS)
                .toList();
    }

    /** The product list of a report; empty if it is anything but an explicit list. */
    Optional<List<ProductLine>> list(JsonNode report, KnownLines known) {
        JsonNode list = listNode(report);
        return list.isArray()
                ? Optional.of(list.values().stream().map(known::read).toList())
                : cut.list(list);
    }

    private static JsonNode listNode(JsonNode report) {
        return report.path("report").path(LIST);
    }

    private static Optional<ReportAnswer> of(Optional<JsonNode> root, long scanId, CutAnswer cut) {
        return root.map(answer -> answer.get("data")).filter(JsonNode::isObject).map(data -> of(data, scanId, cut));
    }

    private static ReportAnswer of(JsonNode data, long scanId, CutAnswer cut) {
        List<Unasked> unasked = new ArrayList<>();
        Map<ReportType, Named> reports = new EnumMap<>(ReportType.class);
        for (ReportType type : ReportType.values()) {
            String key = key(type, data);
            reports.put(type, new Named(key, asked(data.path(key), scanId, unasked)));
        }
        Optional<String> refusal = REFUSALS.stream()
                .filter(word -> isGiven(asked(data.path(word), scanId, unasked)))
                .findFirst();
        return new ReportAnswer(reports, data.has("NO_OOS"), refusal, data, List.copyOf(unasked), cut);
    }

    private static String key(ReportType type, JsonNode data) {
        boolean isUsual = type != ReportType.ITEMS_SEEN || data.hasNonNull(type.name()) || !data.has(ITEM_SEEN);
        return isUsual ? type.name() : ITEM_SEEN;
    }

    /** The report, or a missing node if it names another scan. */
    private static JsonNode asked(JsonNode report, long scanId, List<Unasked> unasked) {
        if (!isOfAnother(report, scanId)) {
            return report;
        }
        unasked.add(new Unasked(Objects.toString(Json.text(report, "scan_id"), ""), report.toString()));
        return report.path("scan_id").path("none");
    }

    private static boolean isOfAnother(JsonNode report, long scanId) {
        JsonNode named = report.path("scan_id");
        return !named.isMissingNode()
                && !named.isNull()
                && !Json.positive(report, "scan_id").equals(Optional.of(scanId));
    }

    private static boolean isGiven(JsonNode report) {
        return !report.isMissingNode() && !report.isNull();
    }
}
