package io.shelftally.operations.replay;

import io.shelftally.job.derivation.CaptureAnswers;
import io.shelftally.job.derivation.CaptureFindings;
import io.shelftally.job.derivation.Judge;
import io.shelftally.job.derivation.Rules;
import io.shelftally.job.derivation.ScanAnswers;
import io.shelftally.job.derivation.ScanFindings;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.MatchMethod;
import io.shelftally.publication.results.CaptureRow;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.ScanRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Tells the rows that other rules change. Each answer is judged by the first and by the last rules; by those in between only
 * where these differ, to find the one that made the change.
 */
final class ChangeFinder {

    private final List<Judge> judges;
    private final int last;
    private final boolean textDiffers;
    private final RowComparison<ReconciledRow> items;
    private final RowComparison<ScanRow> scans;
    private final RowComparison<CaptureRow> captures;
    private final Consumer<ChangedRow> changes;
    private final Matches matches;

    /** @param judges by the night's own rules, then by rules that differ in one setting more, and so on */
    ChangeFinder(List<Judge> judges, Consumer<ChangedRow> changes) {
        List<Rules> steps = judges.stream().map(Judge::rules).toList();
        this.judges = judges;
        this.last = judges.size() - 1;
        this.textDiffers = steps.get(0).rawText() != steps.get(last).rawText();
        this.items = new RowComparison<>(Datasets.RECONCILED_ITEMS, "verdict", steps);
        this.scans = new RowComparison<>(Datasets.SCANS, "outcome", steps);
        this.captures = new RowComparison<>(Datasets.CAPTURES, "outcome", steps);
        this.changes = changes;
        this.matches = new Matches(judges.size());
    }

    /** @param latest what the last rules say */
    void scan(ScanAnswers answers, Optional<ScanFindings> latest) {
        Steps<Optional<ScanFindings>> findings =
                new Steps<>(judges.size(), step -> judges.get(step).scan(answers));
        findings.set(last, latest);
        Optional<ScanFindings> first = findings.get(0);
        boolean isSame = first.equals(latest);
        matches.add(findings, isSame);
        if (!isSame || textDiffers) {
            compareItems(findings);
            scans.compare(step -> findings.get(step).map(ScanFindings::row)).ifPresent(changes);
        }
    }

    /** All scans come before; what the last rules say of it is returned. */
    CaptureFindings capture(CaptureAnswers answers) {
        String id = answers.item().captureId();
        Steps<CaptureFindings> findings =
                new Steps<>(judges.size(), step -> judges.get(step).capture(answers, matches.of(step, id)));
        captures.compare(step -> Optional.of(findings.get(step).row())).ifPresent(changes);
        return findings.get(last);
    }

    private void compareItems(Steps<Optional<ScanFindings>> findings) {
        Steps<Map<Gtin, ReconciledRow>> rows = new Steps<>(judges.size(), step -> byGtin(findings.get(step)));
        TreeSet<Gtin> gtins = new TreeSet<>(rows.get(0).keySet());
        gtins.addAll(rows.get(last).keySet());
        gtins.forEach(
                gtin -> items.compare(step -> Optional.ofNullable(rows.get(step).get(gtin)))
                        .ifPresent(changes));
    }

    private static Map<Gtin, ReconciledRow> byGtin(Optional<ScanFindings> findings) {
        Map<Gtin, ReconciledRow> rows = new TreeMap<>();
        findings.ifPresent(
                found -> found.items().forEach(row -> rows.put(row.item().gtin(), row)));
        return rows;
    }

    /** How captures matched by each of the rules: the matches of the first, and what the others have otherwise. */
    private static final class Matches {

        private final Map<String, MatchMethod> first = new HashMap<>();
        private final List<Map<String, Optional<MatchMethod>>> others = new ArrayList<>();

        Matches(int steps) {
            for (int step = 0; step < steps; step++) {
                others.add(new HashMap<>());
            }
        }

        void add(Steps<Optional<ScanFindings>> findings, boolean isSame) {
            Map<String, MatchMethod> own = of(findings.get(0));
            first.putAll(own);
            for (int step = 1; step < others.size() && !isSame; step++) {
                Map<String, MatchMethod> found = of(findings.get(step));
                Map<String, Optional<MatchMethod>> other = others.get(step);
                own.keySet().stream()
                        .filter(id -> !found.containsKey(id))
                        .forEach(id -> other.putIfAbsent(id, Optional.empty()));
                found.forEach((id, method) -> {
                    if (own.get(id) != method) {
                        other.put(id, Optional.of(method));
                    }
                });
            }
        }

        Optional<MatchMethod> of(int step, String captureId) {
            Optional<MatchMethod> other = others.get(step).get(captureId);
            return other != null ? other : Optional.ofNullable(first.get(captureId));
        }

        private static Map<String, MatchMethod> of(Optional<ScanFindings> findings) {
            return findings.map(ScanFindings::matches).orElse(Map.of());
        }
    }
}
