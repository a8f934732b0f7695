package io.shelftally.proof.tenures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All tenures of a night, by their beginning. */
public record Tenures(List<Tenure> all) {

    /**
     * A change of a task's row.
     *
     * @param holder of it from now on; empty if it has none, or the row is gone
     */
    record Change(Instant at, String task, String holder, long version) {}

    public Tenures {
        all = List.copyOf(all);
    }

    /** @param changes in the order in which they were made */
    static Tenures of(List<Change> changes) {
        List<Tenure> all = new ArrayList<>();
        Map<String, Change> open = new HashMap<>();
        for (Change change : changes) {
            Change begun = open.remove(change.task());
            if (begun != null) {
                all.add(new Tenure(begun.task(), begun.holder(), begun.at(), change.at()));
            }
            if (!change.holder().isEmpty()) {
                open.put(change.task(), change);
            }
        }
        open.values().forEach(begun -> all.add(new Tenure(begun.task(), begun.holder(), begun.at(), Instant.MAX)));
        all.sort((one, other) -> one.from().compareTo(other.from()));
        return new Tenures(all);
    }

    /** What the process had in hand at that time. */
    public List<Tenure> of(String holder, Instant time) {
        return all.stream()
                .filter(tenure -> tenure.holder().equals(holder) && tenure.isAt(time, Duration.ZERO))
                .toList();
    }

    /** The next tenure of the task of a process that is lost; empty if nobody took it up any more. */
    public Optional<Tenure> again(Tenure lost) {
        return all.stream()
                .filter(tenure ->
                        tenure.task().equals(lost.task()) && tenure.from().isAfter(lost.from()))
                .findFirst();
    }
}
