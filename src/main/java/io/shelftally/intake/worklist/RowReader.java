package io.shelftally.intake.worklist;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.intake.rows.TextRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rows of one list (docs/rules.md, "Quarantine codes").
 *
 * <ol>
 *   <li>A row that breaks a rule by itself is set aside, and takes part in nothing more.
 *   <li>Of the others, the rows of an id that comes with different values are all set aside.
 *   <li>What is left is taken once an id; the repeats are counted.
 * </ol>
 */
final class RowReader<E> {

    private static final int MOST_NAMED = 10;

    private record Candidate<E>(long position, String raw, String id, E entry) {}

    private final ListRules<E> rules;
    private final Input input;
    private final List<Candidate<E>> candidates = new ArrayList<>();
    private final Map<String, E> firsts = new HashMap<>();
    private final Map<String, List<Long>> conflicts = new HashMap<>();
    private final Map<Long, QuarantineRow> refused = new TreeMap<>();
    private int rows;
    private String header = "";

    RowReader(ListRules<E> rules, Input input) {
        this.rules = rules;
        this.input = input;
    }

    void accept(TextRow row) {
        rows++;
        header = header.isEmpty() ? row.header() : header;
        row.misfit()
                .map(detail -> new Refusal(QuarantineCode.WRONG_FIELD_COUNT, null, detail))
                .or(() -> rules.refusal(row))
                .ifPresentOrElse(refusal -> refuse(row, refusal), () -> keep(row));
    }

    /** The judgement of all the rows so far; to be asked for once. */
    ListReading<E> reading(String sha256) {
        candidates.forEach(this::locateConflict);
        List<E> entries = new ArrayList<>();
        int duplicates = 0;
        for (Candidate<E> candidate : candidates) {
            if (conflicts.containsKey(candidate.id())) {
                refuseConflict(candidate);
            } else if (firsts.remove(candidate.id()) != null) {
                entries.add(candidate.entry());
            } else {
                duplicates++;
            }
        }
        InputSource source =
                new InputSource(input.source(), input.location(), sha256, rows, duplicates, refused.size(), header);
        return new ListReading<>(List.copyOf(entries), List.copyOf(refused.values()), Optional.of(source));
    }

    private void keep(TextRow row) {
        String id = rules.id(row).orElseThrow();
        E entry = rules.entry(row);
        candidates.add(new Candidate<>(row.position(), row.raw(), id, entry));
        E first = firsts.putIfAbsent(id, entry);
        if (first != null && !first.equals(entry)) {
            conflicts.put(id, new ArrayList<>());
        }
    }

    private void refuse(TextRow row, Refusal refusal) {
        refuse(row.position(), row.raw(), rules.id(row).orElse(null), refusal);
    }

    private void refuse(long position, String raw, @Nullable String id, Refusal refusal) {
        refused.put(
                position,
                new QuarantineRow(
                        input.source(),
                        String.valueOf(position),
                        refusal.column(),
                        id,
                        refusal.code(),
                        refusal.detail(),
                        raw));
    }

    private void locateConflict(Candidate<E> candidate) {
        List<Long> positions = conflicts.get(candidate.id());
        if (positions != null) {
            positions.add(candidate.position());
        }
    }

    private void refuseConflict(Candidate<E> candidate) {
        List<Long> positions = conflicts.getOrDefault(candidate.id(), List.of());
        String named = positions.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        String more = positions.size() > MOST_NAMED ? " and " + (positions.size() - MOST_NAMED) + " more" : "";
        String detail =
                "one " + rules.columns().get(0) + " with different values, " + input.unit() + "s " + named + more;
        refuse(
                candidate.position(),
                candidate.raw(),
                candidate.id(),
                new Refusal(QuarantineCode.CONFLICTING_ROWS, null, detail));
    }
}
