package io.shelftally.operations.explanation;

import io.shelftally.console.Answer;
import io.shelftally.console.NotFoundException;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.night.items.NearItems;
import io.shelftally.night.scans.ScanOfNight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Explains published rows; nothing is asked of a vendor and nothing is written. */
@Component
public class Explanations {

    private final PublishedRows published;
    private final GivenAnswers answers;
    private final Recount recount;
    private final ExplainedCaptures captures;
    private final NearItems near;

    Explanations(
            PublishedRows published,
            GivenAnswers answers,
            Recount recount,
            ExplainedCaptures captures,
            JdbcClient client) {
        this.published = published;
        this.answers = answers;
        this.recount = recount;
        this.captures = captures;
        this.near = new NearItems(client);
    }

    /**
     * Explains the row of a product of a scan.
     *
     * @param gtin also as its other reading, if the text may stand for two, and as the code of a weighed pack
     * @param night empty for the latest published one that has the row
     * @throws NotFoundException if there is no such row; the message says what is near
     */
    public Answer row(long scanId, Identifier gtin, Optional<LocalDate> night) {
        Set<Gtin> asked =
                new LinkedHashSet<>(List.of(gtin.gtin(), recount.read(gtin).gtin()));
        gtin.secondCandidate().ifPresent(asked::add);
        List<LocalDate> nights = published.nightsOf(scanId);
        return nights.stream()
                .filter(one -> night.isEmpty() || night.get().equals(one))
                .flatMap(one -> published.row(one, scanId, asked).stream().map(row -> explained(one, scanId, row)))
                .findFirst()
                .orElseThrow(() -> notFound(scanId, gtin.gtin(), night, nights));
    }

    /** Explains a capture, on its latest published night if none is given. */
    public Answer capture(String captureId, Optional<LocalDate> night) {
        return captures.explain(captureId, night);
    }

    private Answer explained(LocalDate night, long scanId, Map<String, @Nullable Object> row) {
        String gtin = Objects.toString(row.get("gtin"), "");
        Optional<Recount.Scan> again = recount.of(night, scanId);
        List<ReportLine> lines = again.map(Recount.Scan::lines).orElse(List.of());
        List<ComparedCapture> compared = again.map(Recount.Scan::captures).orElse(List.of());
        return new RowExplanation(
                row,
                Words.of(Verdict.valueOf(Objects.toString(row.get("verdict")))),
                lines.stream().filter(line -> line.gtin().equals(gtin)).toList(),
                compared,
                new Grounds(
                        Near.to(new Gtin(gtin), lines, compared),
                        again.map(scan -> evidence(night, gtin, scan)).orElse(List.of()),
                        again.flatMap(scan -> Optional.ofNullable(scan.rows().get(gtin)))
                                .map(computed -> Difference.between(row, computed))
                                .orElse(List.of(new Difference("(the row)", "published", "absent")))));
    }

    /** What was answered about the scan, and about the captures behind the row. */
    private List<GivenAnswer> evidence(LocalDate night, String gtin, Recount.Scan again) {
        ScanOfNight scan = again.scan();
        Set<String> deciding = new HashSet<>(again.answers().values());
        scan.reportSha256().ifPresent(deciding::add);
        scan.statusSha256().ifPresent(deciding::add);
        List<String> behind = again.captures().stream()
                .filter(capture -> capture.rowGtin().equals(gtin))
                .map(ComparedCapture::captureId)
                .toList();
        List<GivenAnswer> all = new ArrayList<>();
        scan.statusSha256().ifPresent(sha256 -> all.addAll(answers.status(sha256, night)));
        answers.about("pensa", List.of(Long.toString(scan.scanId())), night, deciding).stream()
                .filter(answer -> !all.contains(answer))
                .forEach(all::add);
        all.addAll(answers.about("closient", behind, night, deciding));
        return all;
    }

    private NotFoundException notFound(long scanId, Gtin gtin, Optional<LocalDate> night, List<LocalDate> nights) {
        if (nights.isEmpty()) {
            return new NotFoundException(published
                    .outcomeOf(scanId)
                    .map(outcome -> "scan " + scanId + " has no rows: it was " + outcome)
                    .orElseGet(() -> "no published night has scan " + scanId + "; " + near.scan(scanId)
                            + ".\nLook for it in scans.csv and quarantine.csv of its date."));
        }
        LocalDate latest = night.filter(nights::contains).orElse(nights.get(0));
        String alike = recount.of(latest, scanId).stream()
                .flatMap(scan -> Near.to(gtin, scan.lines(), scan.captures()).stream())
                .map(one -> one.gtin() + " (" + one.nearness().words() + ")")
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
        String which = night.filter(date -> !nights.contains(date))
                .map(date -> "scan " + scanId + " has no rows on " + date)
                .orElse("scan " + scanId + " has no row of " + gtin);
        return new NotFoundException(which + "; nights that have the scan: "
                + nights.stream().limit(10).map(LocalDate::toString).collect(Collectors.joining(", "))
                + (alike.isEmpty() ? "; nothing near it on " + latest : "; near it on " + latest + ": " + alike));
    }
}
