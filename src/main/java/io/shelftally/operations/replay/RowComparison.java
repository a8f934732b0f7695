package io.shelftally.operations.replay;

import io.shelftally.job.derivation.RuleSetting;
import io.shelftally.job.derivation.Rules;
import io.shelftally.publication.export.RowCells;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Compares the rows of a dataset as its file spells them by the first and by the last of several sets of rules, each of
 * which differs from the one before in one setting, and finds the setting that changes a row.
 */
final class RowComparison<R> {

    private final Dataset<R> dataset;
    private final List<String> columns;
    private final int verdict;
    private final List<Rules> steps;
    private final List<RowCells<R>> cells;

    /** @param verdict the column that tells most of a row */
    RowComparison(Dataset<R> dataset, String verdict, List<Rules> steps) {
        this.dataset = dataset;
        this.columns = dataset.columns().stream().map(Column::name).toList();
        this.verdict = columns.indexOf(verdict);
        this.steps = steps;
        this.cells = steps.stream()
                .map(rules -> new RowCells<>(dataset, !rules.rawText()))
                .toList();
    }

    /** @param row the row by each of the rules, if it is one; asked for in between only if the row is changed */
    Optional<ChangedRow> compare(IntFunction<Optional<R>> row) {
        int last = steps.size() - 1;
        Optional<R> first = row.apply(0);
        Optional<R> latest = row.apply(last);
        if (steps.get(0).rawText() == steps.get(last).rawText() && first.equals(latest)) {
            return Optional.empty();
        }
        List<String> before = cells(0, first);
        List<String> after = cells(last, latest);
        return before.equals(after) ? Optional.empty() : Optional.of(change(row, before, after));
    }

    private ChangedRow change(IntFunction<Optional<R>> row, List<String> before, List<String> after) {
        boolean isOnBothSides = !before.isEmpty() && !after.isEmpty();
        return new ChangedRow(
                dataset.name(),
                key(before.isEmpty() ? after : before),
                verdict(before),
                verdict(after),
                isOnBothSides
                        ? IntStream.range(0, columns.size())
                                .filter(at -> !before.get(at).equals(after.get(at)))
                                .mapToObj(columns::get)
                                .toList()
                        : List.of(),
                cause(row, before));
    }

    private RuleSetting cause(IntFunction<Optional<R>> row, List<String> before) {
        int step = 1;
        while (step < steps.size() - 1 && cells(step, row.apply(step)).equals(before)) {
            step++;
        }
        return steps.get(step - 1).differences(steps.get(step)).get(0);
    }

    private List<String> cells(int step, Optional<R> row) {
        return row.map(cells.get(step)::of).orElse(List.of());
    }

    private String verdict(List<String> row) {
        return row.isEmpty() ? ChangedRow.NONE : row.get(verdict);
    }

    private Map<String, String> key(List<String> row) {
        Map<String, String> key = new LinkedHashMap<>();
        dataset.key().forEach(column -> key.put(column, row.get(columns.indexOf(column))));
        return key;
    }
}
