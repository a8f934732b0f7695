package io.shelftally.intake.selection;

import io.shelftally.base.digest.Sha256;
import io.shelftally.matching.reconciliation.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a rerun looks at. Criteria of a group are alternatives, an item must meet every group that is given; without any
 * criterion everything is selected.
 *
 * <ol>
 *   <li>state: {@code failed}, {@code open}, {@code outcomes};
 *   <li>ids: {@code captures}, {@code scans};
 *   <li>{@code verdicts}: scans with such a row in what is published, and the captures that are linked to them;
 *   <li>{@code stores}.
 * </ol>
 *
 * @param failed whether items that ended badly are selected
 * @param open whether items that are not settled are selected
 * @param outcomes names of outcomes of captures and of scans
 */
public record Selection(
        boolean failed,
        boolean open,
        Set<String> outcomes,
        Set<String> captures,
        Set<Long> scans,
        Set<Verdict> verdicts,
        Set<String> stores) {

    public static final Selection EVERYTHING =
            new Selection(false, false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Selection {
        outcomes = Set.copyOf(outcomes);
        captures = Set.copyOf(captures);
        scans = Set.copyOf(scans);
        verdicts = Set.copyOf(verdicts);
        stores = Set.copyOf(stores);
    }

    /**
     * Whether the item is looked at.
     *
     * @param withVerdict the scans that have a row with one of the verdicts
     */
    public boolean selects(Candidate item, Set<Long> withVerdict) {
        return meetsState(item)
                && meetsIds(item)
                && (verdicts.isEmpty()
                        || item.scanId().filter(withVerdict::contains).isPresent())
                && (stores.isEmpty() || (item.storeId() != null && stores.contains(item.storeId())));
    }

    /** As on the command line; of many ids how many. */
    public String text() {
        List<String> parts = new ArrayList<>();
        parts.addAll(failed ? List.of("--failed") : List.of());
        parts.addAll(open ? List.of("--open") : List.of());
        add(parts, "--outcome", outcomes, "outcomes");
        add(parts, "--captures", captures, "ids");
        add(parts, "--scans", scans, "ids");
        add(parts, "--verdict", verdicts, "verdicts");
        add(parts, "--store", stores, "stores");
        return parts.isEmpty() ? "everything" : String.join(" ", parts);
    }

    /** Tells selections apart: 64 hex digits. */
    public String fingerprint() {
        String all = failed + "\n" + open + "\n" + lines(outcomes) + "\n" + lines(captures) + "\n" + lines(scans) + "\n"
                + lines(verdicts) + "\n" + lines(stores);
        return Sha256.hex(all.getBytes(StandardCharsets.UTF_16BE));
    }

    private boolean meetsState(Candidate item) {
        boolean isGiven = failed || open || !outcomes.isEmpty();
        return !isGiven || (failed && item.isFailed()) || (open && item.isOpen()) || outcomes.contains(item.outcome());
    }

    private boolean meetsIds(Candidate item) {
        boolean isGiven = !captures.isEmpty() || !scans.isEmpty();
        return !isGiven
                || item.captureId()
                        .map(captures::contains)
                        .orElseGet(() -> item.scanId().filter(scans::contains).isPresent());
    }

    private static void add(List<String> parts, String option, Set<?> values, String many) {
        if (!values.isEmpty()) {
            parts.add(option + " " + (values.size() <= 3 ? sorted(values, ",") : values.size() + " " + many));
        }
    }

    /** Each value with its length before it, so that no two sets have the same lines. */
    private static String lines(Set<?> values) {
        return values.stream()
                .map(String::valueOf)
                .map(value -> value.length() + " " + value)
                .sorted()
                .collect(Collectors.joining("\n", values.size() + "\n", ""));
    }

    private static String sorted(Set<?> values, String between) {
        return String.join(
                between, new TreeSet<>(values.stream().map(String::valueOf).toList()));
    }
}
