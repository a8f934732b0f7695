package io.shelftally.night.scans;

import io.shelftally.calls.answers.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One item of a status answer, of either model; null is absent.
 *
 * @param status as reported
 * @param fastStatus as reported
 * @param scanTimestamp as reported
 * @param created as reported
 * @param guid any text
 * @param isNewer whether it is of the newer model, where the status alone decides
 */
public record ScanStatus(
        @Nullable String scanAreaId,
        @Nullable String status,
        @Nullable String fastStatus,
        @Nullable String scanTimestamp,
        @Nullable String created,
        @Nullable String guid,
        boolean isNewer) {

    /** Nothing is told. */
    public static final ScanStatus NONE = new ScanStatus(null, null, null, null, null, null, false);

    /** Whether a scan's work at the vendor is over. */
    enum Finality {
        FINAL,
        FAILED,
        IN_PROGRESS
    }

    private static final Set<String> NEWER = Set.of("completed", "fast_completed", "capture_duration_secs");
    private static final Set<String> FAILURES = Set.of("FAILED", "ERROR", "REJECTED", "SKIPPED", "CANCELLED");

    static ScanStatus read(JsonNode item) {
        JsonNode metadata = item.path("scan_metadata");
        return new ScanStatus(
                Json.text(item, "scan_area_id"),
                Json.text(item, "status"),
                Json.text(item, "fast_status"),
                Json.text(item, "scan_timestamp"),
                Json.text(item, "created"),
                Json.text(metadata, "guid"),
                NEWER.stream().anyMatch(item::has));
    }

    /**
     * Both statuses must be COMPLETE, an absent fast status counts as such; a failure word in either says failed. In the newer
     * model the fast status is that of the fast pipeline, and says nothing.
     */
    Finality finality() {
        String overall = upper(status).orElse("");
        String fast = isNewer ? overall : upper(fastStatus).orElse("COMPLETE");
        if (FAILURES.contains(overall) || FAILURES.contains(fast)) {
            return Finality.FAILED;
        }
        return overall.equals("COMPLETE") && fast.equals("COMPLETE") ? Finality.FINAL : Finality.IN_PROGRESS;
    }

    /** The word that says that it failed, as reported; empty if neither status does. */
    public Optional<String> failureWord() {
        return Stream.of(Optional.ofNullable(status), Optional.ofNullable(fastStatus))
                .flatMap(Optional::stream)
                .filter(word -> FAILURES.contains(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<String> upper(@Nullable String text) {
        return Optional.ofNullable(text).map(some -> some.toUpperCase(Locale.ROOT));
    }
}
