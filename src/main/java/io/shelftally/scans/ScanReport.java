package io.shelftally.scans;

import io.shelftally.vendor.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The reports of one scan as Pensa answered them. Absent, null and empty differ: a list is known only if it is an explicit
 * list, or, for OOS, if the answer has the key NO_OOS.
 *
 * @param itemsSeen empty if unknown
 * @param outOfStock empty if unknown
 * @param unasked the reports of other scans, refused
 */
public record ScanReport(
        Optional<ProductLines> itemsSeen,
        Optional<ProductLines> outOfStock,
        @Nullable String projectId,
        @Nullable String projectName,
        List<Unasked> unasked) {

    /** A report of a scan that was not asked about. */
    public record Unasked(String scanId, String raw) {}

    /** Reads an answer; empty if it is not an object with an object {@code data}. */
    public static Optional<ScanReport> read(byte[] body, long scanId, NamedProducts named) {
        return ReportAnswer.read(body, scanId).map(answer -> of(answer, named));
    }

    private static ScanReport of(ReportAnswer answer, NamedProducts named) {
        Optional<ProductLines> noOos = answer.hasNoOos() ? Optional.of(ProductLines.NONE) : Optional.empty();
        return new ScanReport(
                lines(answer.seen(), answer.seenKey(), named),
                lines(answer.outOfStock(), "OOS", named).or(() -> noOos),
                first(answer, "project_id"),
                first(answer, "project_name"),
                answer.unasked());
    }

    private static Optional<ProductLines> lines(JsonNode report, String key, NamedProducts named) {
        return ReportAnswer.list(report)
                .map(list -> ProductLines.read(list, "/data/" + key + "/report/product_list", named));
    }

    private static @Nullable String first(ReportAnswer answer, String field) {
        String text = Json.text(answer.seen(), field);
        return text != null ? text : Json.text(answer.outOfStock(), field);
    }
}
