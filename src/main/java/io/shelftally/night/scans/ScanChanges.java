package io.shelftally.night.scans;

import io.shelftally.calls.collect.Completed;
import io.shelftally.calls.collect.Pace;
import io.shelftally.night.scans.ScanMachine.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer changes in the rows of its scans: where the machine takes each, and when it is to be asked again. */
final class ScanChanges {

    /**
     * What an answer means for a scan.
     *
     * @param isTold whether the answer tells its status
     */
    private record Change(Step step, boolean isTold) {}

    private final ScanMachine machine;
    private final Pace pace;

    ScanChanges(ScanMachine machine, Pace pace) {
        this.machine = machine;
        this.pace = pace;
    }

    List<ScanUpdate> updates(Completed<ScanCall, ScanResult> one) {
        Map<Change, List<Long>> scans = new LinkedHashMap<>();
        one.call()
                .scans()
                .forEach(scan -> scans.computeIfAbsent(change(scan, one), change -> new ArrayList<>())
                        .add(scan.scanId()));
        return scans.entrySet().stream()
                .map(change -> update(change.getKey(), change.getValue(), one))
                .toList();
    }

    private Change change(ScanItem scan, Completed<ScanCall, ScanResult> one) {
        Optional<ScanStatus> status =
                Optional.ofNullable(one.result().statuses().get(scan.scanId()));
        return new Change(step(scan.state(), one, status), status.isPresent());
    }

    private ScanUpdate update(Change change, List<Long> scanIds, Completed<ScanCall, ScanResult> one) {
        ScanResult result = one.result();
        @Nullable String sha256 = result.body().map(body -> body.sha256()).orElse(null);
        boolean isReport = one.call().isReport();
        return new ScanUpdate(
                scanIds,
                change.step().state(),
                isReport ? !result.isTransient() : change.isTold(),
                !result.isTransient(),
                due(change.step(), result).orElse(null),
                change.isTold() ? sha256 : null,
                isReport ? sha256 : null,
                result.refusedWith().orElse(null),
                result.otherTypes().isEmpty() ? null : String.join(",", result.otherTypes()));
    }

    private Step step(ScanState state, Completed<ScanCall, ScanResult> one, Optional<ScanStatus> status) {
        ScanResult.Kind kind = one.result().kind();
        if (one.call().isReport()) {
            return machine.afterReport(state, kind);
        }
        if (kind != ScanResult.Kind.READ) {
            return machine.afterLost(state);
        }
        return status.map(some -> machine.afterPresent(state, some.finality()))
                .orElseGet(() -> machine.afterMissing(state));
    }

    private Optional<Instant> due(Step step, ScanResult result) {
        ScanState state = step.state();
        return step.when().at(pace, state.polls(), state.attempts(), result.answer());
    }
}
