package io.shelftally.operations.explanation;

import io.shelftally.console.NotFoundException;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.night.captures.Capture;
import io.shelftally.night.items.NearItems;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Explains captures. */
@Component
class ExplainedCaptures {

    /**
     * What the night's item row tells beside the published one.
     *
     * @param listedScan whether the work list names the scan
     * @param answerSha256 the latest capture object
     * @param errorSha256 the error that ended it
     */
    private record Item(boolean listedScan, Optional<String> answerSha256, Optional<String> errorSha256) {}

    private final PublishedRows published;
    private final GivenAnswers answers;
    private final Recount recount;
    private final JdbcClient client;

    ExplainedCaptures(PublishedRows published, GivenAnswers answers, Recount recount, JdbcClient client) {
        this.published = published;
        this.answers = answers;
        this.recount = recount;
        this.client = client;
    }

    CaptureExplanation explain(String captureId, Optional<LocalDate> asked) {
        Map<String, @Nullable Object> row =
                published.capture(captureId, asked).orElseThrow(() -> notFound(captureId, asked));
        LocalDate night = LocalDate.parse(Objects.toString(row.get("business_date")));
        Item item = item(night, captureId);
        Optional<Capture> capture = item.answerSha256().map(recount::read);
        Optional<Recount.Scan> scan =
                Optional.ofNullable((Long) row.get("scan_id")).flatMap(scanId -> recount.of(night, scanId));
        Optional<ComparedCapture> compared = scan.flatMap(again -> again.captures().stream()
                .filter(one -> one.captureId().equals(captureId))
                .findFirst());
        return new CaptureExplanation(
                row,
                Words.of(CaptureOutcome.valueOf(Objects.toString(row.get("outcome")))),
                link(row, item, capture),
                capture.flatMap(Capture::identifier).flatMap(recount::weighed).orElse(null),
                compared.map(ComparedCapture::rowGtin).orElse(null),
                new Grounds(
                        scan.map(again -> near(row, again, captureId)).orElse(List.of()),
                        answers.about("closient", List.of(captureId), night, deciding(item)),
                        Difference.between(row, again(capture))));
    }

    private static List<Near> near(Map<String, @Nullable Object> row, Recount.Scan scan, String captureId) {
        return Optional.ofNullable((String) row.get("gtin"))
                .map(gtin -> Near.to(
                        new Gtin(gtin),
                        scan.lines(),
                        scan.captures().stream()
                                .filter(one -> !one.captureId().equals(captureId))
                                .toList()))
                .orElse(List.of());
    }

    private static Set<String> deciding(Item item) {
        return java.util.stream.Stream.of(item.answerSha256(), item.errorSha256())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** The columns that come from the capture's own answer. */
    private Map<String, @Nullable Object> again(Optional<Capture> capture) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        Optional<Identifier> identifier = capture.flatMap(Capture::identifier).map(recount::read);
        columns.put("status", capture.map(Capture::status).orElse(null));
        columns.put("gtin", identifier.map(Identifier::gtin).map(Gtin::digits).orElse(null));
        columns.put(
                "identifier_kind",
                identifier.map(Identifier::kind).map(Enum::name).orElse(null));
        columns.put(
                "identifier_flags",
                identifier
                        .map(Identifier::flags)
                        .filter(flags -> !flags.isEmpty())
                        .map(flags -> flags.stream().map(Enum::name).collect(Collectors.joining("|")))
                        .orElse(null));
        return columns;
    }

    private static String link(Map<String, @Nullable Object> row, Item item, Optional<Capture> capture) {
        if (row.get("scan_id") == null) {
            return "It is linked to no scan.";
        }
        String by = item.listedScan()
                ? "its line in the work list"
                : capture.flatMap(Capture::scanId).isPresent()
                        ? "the scan id in its metadata"
                        : "the guid in its metadata";
        return "It is linked to scan " + row.get("scan_id") + " by " + by + ".";
    }

    private Item item(LocalDate night, String captureId) {
        return client.sql("""
                        SELECT scan_id, answer_sha256, error_sha256 FROM capture_item
                        WHERE business_date = :night AND capture_id = :capture
                        """)
                .param("night", night)
                .param("capture", captureId)
                .query((row, number) -> new Item(
                        row.getObject(1, Long.class) != null,
                        Optional.ofNullable(row.getString(2)),
                        Optional.ofNullable(row.getString(3))))
                .optional()
                .orElse(new Item(false, Optional.empty(), Optional.empty()));
    }

    private NotFoundException notFound(String captureId, Optional<LocalDate> asked) {
        return new NotFoundException(published
                .capture(captureId, Optional.empty())
                .map(row -> "capture " + captureId + " is not in the night of "
                        + asked.map(LocalDate::toString).orElse("") + "; its latest published night is "
                        + row.get("business_date"))
                .orElseGet(() -> "no published night has capture " + captureId + "; "
                        + new NearItems(client).capture(captureId)
                        + ".\nLook for it in the work list and in quarantine.csv of its date."));
    }
}
