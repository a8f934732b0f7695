package io.shelftally.proof.torture;

import io.shelftally.proof.tenures.Comer;
import io.shelftally.proof.tenures.Tenure;
import io.shelftally.proof.tenures.Tenures;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How soon others took up what lost workers had in hand.
 *
 * @param comers all processes that took part
 * @param lost the workers that were lost, sooner or later
 * @param killed processes of managers that were
 */
record Recovery(Tenures tenures, List<Comer> comers, List<Blows.Lost> lost, Set<Long> killed) {

    /**
     * How long it took.
     *
     * @param noticed until the task was taken from the worker
     * @param again until somebody took it up
     */
    record Times(Duration noticed, Duration again) {}

    /** What a worker puts down in the moment in which it is lost was not lost with it. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    /**
     * From the fault, or from the coming of the one who took it up if nobody was there who stayed, until the last task was taken
     * up; empty if the worker had nothing in hand, or nobody needed to take it up any more.
     */
    Optional<Times> after(Blows.Lost fault) {
        return comers.stream()
                .filter(comer -> comer.pid() == fault.pid())
                .flatMap(comer -> tenures.of(comer.name(), fault.at()).stream())
                .filter(tenure -> tenure.to().isAfter(fault.at().plus(MOMENT)))
                .flatMap(tenure -> times(fault, tenure).stream())
                .max(Comparator.comparing(Times::again));
    }

    private Optional<Times> times(Blows.Lost fault, Tenure tenure) {
        return tenures.again(tenure)
                .flatMap(again -> start(fault, again)
                        .map(start -> new Times(
                                Duration.between(start, tenure.to()), Duration.between(start, again.from()))));
    }

    private Optional<Instant> start(Blows.Lost fault, Tenure again) {
        if (comers.stream().anyMatch(comer -> isSteady(comer) && comer.at().isBefore(fault.at()))) {
            return Optional.of(fault.at());
        }
        return comers.stream()
                .filter(comer -> comer.name().equals(again.holder()) && isSteady(comer))
                .map(comer -> later(comer.at(), fault.at()))
                .findFirst();
    }

    private boolean isSteady(Comer comer) {
        return !killed.contains(comer.pid()) && !pidsOfLost().contains(comer.pid());
    }

    private Set<Long> pidsOfLost() {
        return lost.stream().map(Blows.Lost::pid).collect(Collectors.toSet());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
