package io.shelftally.night.scans;

import io.shelftally.calls.answers.Json;
import io.shelftally.night.evidence.EvidenceStore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads statuses from stored evidence; keeps the last few answers, because one answer speaks of many scans; for any
 * thread. */
public final class StatusAnswers {

    private static final int KEPT = 16;

    private final EvidenceStore evidence;
    private final Map<String, Map<Long, ScanStatus>> latest = new LinkedHashMap<>(KEPT, 0.75f, true);

    public StatusAnswers(EvidenceStore evidence) {
        this.evidence = evidence;
    }

    /** What the answer says of the scan; empty if it does not speak of it. */
    public synchronized Optional<ScanStatus> status(String sha256, long scanId) {
        Map<Long, ScanStatus> answer = latest.computeIfAbsent(sha256, this::read);
        if (latest.size() > KEPT) {
            latest.remove(latest.keySet().iterator().next());
        }
        return Optional.ofNullable(answer.get(scanId));
    }

    private Map<Long, ScanStatus> read(String sha256) {
        JsonNode root = Json.object(evidence.body(sha256)).orElseThrow();
        Map<Long, ScanStatus> statuses = new HashMap<>();
        root.path("data")
                .forEach(item ->
                        Json.positive(item, "id").ifPresent(id -> statuses.putIfAbsent(id, ScanStatus.read(item))));
        return statuses;
    }
}
