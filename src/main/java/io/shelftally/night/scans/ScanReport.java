package io.shelftally.night.scans;

import io.shelftally.calls.answers.Json;
import io.shelftally.matching.reconciliation.ReportType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reports of one scan as Pensa answered them, asked for or not. Absent, null and empty differ: a list is known only if it
 * is an explicit list, or, for OOS, if the answer has the key NO_OOS.
 *
 * @param lists those that are known, in the order in which they speak
 * @param unasked the reports of other scans, refused
 */
public record ScanReport(
        Map<ReportType, ProductLines> lists,
        @Nullable String projectId,
        @Nullable String projectName,
        List<Unasked> unasked) {

    /** A report of a scan that was not asked about. */
    public record Unasked(String scanId, String raw) {}

    /** Reads an answer; empty if it is not an object with an object {@code data}. */
    public static Optional<ScanReport> read(byte[] body, long scanId, KnownLines known) {
        return ReportAnswer.read(body, scanId, known).map(answer -> of(answer, known));
    }

    /** The word by which an answer says that there will be no report, such as SCAN_REJECTED; empty if it has none. */
    public static Optional<String> refusal(byte[] body, long scanId, KnownLines known) {
        return ReportAnswer.outline(body, scanId, known).flatMap(ReportAnswer::refusal);
    }

    /** The list of this type; empty if it is unknown. */
    public Optional<ProductLines> list(ReportType type) {
        return Optional.ofNullable(lists.get(type));
    }

    static ScanReport of(ReportAnswer answer, KnownLines known) {
        Map<ReportType, ProductLines> lists = new EnumMap<>(ReportType.class);
        answer.reports()
                .forEach((type, report) -> answer.list(report.report(), known)
                        .map(list -> ProductLines.of(list, "/data/" + report.key() + "/report/" + ReportAnswer.LIST))
                        .ifPresent(lines -> lists.put(type, lines)));
        if (answer.hasNoOos()) {
            lists.putIfAbsent(ReportType.OOS, ProductLines.NONE);
        }
        return new ScanReport(lists, first(answer, "project_id"), first(answer, "project_name"), answer.unasked());
    }

    private static @Nullable String first(ReportAnswer answer, String field) {
        Stream<@Nullable String> texts =
                answer.reports().values().stream().map(named -> Json.text(named.report(), field));
        return texts.filter(Objects::nonNull).findFirst().orElse(null);
    }
}
