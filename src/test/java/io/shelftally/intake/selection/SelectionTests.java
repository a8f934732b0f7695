package io.shelftally.intake.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.reconciliation.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTests {

    private static final Candidate FAILED = capture("a", 1L, true, false, "UNRESOLVED", "S1");
    private static final Candidate OPEN = capture("b", 2L, false, true, "DEFERRED", "S2");
    private static final Candidate DONE = capture("c", null, false, false, "UNLINKED", null);
    private static final Candidate UNKNOWN = scan(1, true, true, "UNKNOWN_SCAN", "S1");
    private static final Candidate REPORTED = scan(2, false, false, "REPORTED", null);
    private static final List<Candidate> ALL = List.of(FAILED, OPEN, DONE, UNKNOWN, REPORTED);

    @Test
    void withoutACriterionEverythingIsSelected() {
        assertThat(selected(Selection.EVERYTHING)).isEqualTo(ALL);
        assertThat(Selection.EVERYTHING.text()).isEqualTo("everything");
    }

    @Test
    void criteriaOfTheStateAddUp() {
        assertThat(selected(state(true, false, Set.of()))).containsExactly(FAILED, UNKNOWN);
        assertThat(selected(state(false, true, Set.of()))).containsExactly(OPEN, UNKNOWN);
        assertThat(selected(state(true, true, Set.of("REPORTED")))).containsExactly(FAILED, OPEN, UNKNOWN, REPORTED);
    }

    @Test
    void idsAddUpAndEachKindNamesItsOwn() {
        assertThat(selected(ids(Set.of("a", "c"), Set.of()))).containsExactly(FAILED, DONE);
        assertThat(selected(ids(Set.of(), Set.of(1L)))).containsExactly(UNKNOWN);
        assertThat(selected(ids(Set.of("b"), Set.of(2L)))).containsExactly(OPEN, REPORTED);
    }

    @Test
    void aVerdictSelectsItsScansAndTheirCaptures() {
        Selection selection =
                new Selection(false, false, Set.of(), Set.of(), Set.of(), Set.of(Verdict.CONFIRMED), Set.of());

        assertThat(ALL.stream().filter(item -> selection.selects(item, Set.of(2L))))
                .containsExactly(OPEN, REPORTED);
        assertThat(ALL.stream().filter(item -> selection.selects(item, Set.of())))
                .isEmpty();
    }

    @Test
    void anItemMustMeetEveryGroupThatIsGiven() {
        assertThat(selected(new Selection(true, false, Set.of(), Set.of("a", "b"), Set.of(1L), Set.of(), Set.of("S1"))))
                .containsExactly(FAILED, UNKNOWN);
        assertThat(selected(new Selection(true, false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of("S2", "S9"))))
                .isEmpty();
    }

    @Test
    void aSelectionIsToldAsOnTheCommandLine() {
        Selection selection = new Selection(
                true,
                true,
                Set.of("REJECTED", "FAILED"),
                Set.of("a", "b", "c", "d"),
                Set.of(7L),
                Set.of(Verdict.CONFIRMED),
                Set.of("S1"));

        assertThat(selection.text())
                .isEqualTo("--failed --open --outcome FAILED,REJECTED --captures 4 ids --scans 7 --verdict CONFIRMED"
                        + " --store S1");
    }

    @Test
    void fingerprintsTellSelectionsApartWhateverTheirOrder() {
        List<String> different = Stream.of(
                        Selection.EVERYTHING,
                        state(true, false, Set.of()),
                        state(false, true, Set.of()),
                        state(false, false, Set.of("a")),
                        ids(Set.of("a"), Set.of()),
                        ids(Set.of("a\n1 b"), Set.of()),
                        ids(Set.of("a", "b"), Set.of()))
                .map(Selection::fingerprint)
                .toList();

        assertThat(different).doesNotHaveDuplicates().allMatch(text -> text.matches("[0-9a-f]{64}"));
        assertThat(ids(Set.of("x", "y", "z"), Set.of(3L, 4L)).fingerprint())
                .isEqualTo(ids(Set.of("z", "x", "y"), Set.of(4L, 3L)).fingerprint());
    }

    private static List<Candidate> selected(Selection selection) {
        return ALL.stream().filter(item -> selection.selects(item, Set.of())).toList();
    }

    private static Selection state(boolean failed, boolean open, Set<String> outcomes) {
        return new Selection(failed, open, outcomes, Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static Selection ids(Set<String> captures, Set<Long> scans) {
        return new Selection(false, false, Set.of(), captures, scans, Set.of(), Set.of());
    }

    private static Candidate capture(
            String id, @Nullable Long scanId, boolean failed, boolean open, String outcome, @Nullable String store) {
        return new Candidate(Optional.of(id), Optional.ofNullable(scanId), failed, open, outcome, store);
    }

    private static Candidate scan(long id, boolean failed, boolean open, String outcome, @Nullable String store) {
        return new Candidate(Optional.empty(), Optional.of(id), failed, open, outcome, store);
    }
}
