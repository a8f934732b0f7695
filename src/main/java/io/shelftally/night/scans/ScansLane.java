package io.shelftally.night.scans;

import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.collect.Completed;
import io.shelftally.calls.collect.Lane;
import io.shelftally.calls.collect.Pace;
import io.shelftally.calls.collect.RefusalGuard;
import io.shelftally.calls.collect.Tally;
import io.shelftally.calls.http.TokenSource;
import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.night.evidence.EvidenceEntry;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.scans.ScanMachine.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The scans of one night, as the engine drives them. */
final class ScansLane implements Lane<ScanCall, ScanResult> {

    private static final String VENDOR = "pensa";
    private static final int LONGEST_ID = 255;

    /** So many status calls are claimed at the most: each holds a whole batch of scans in memory. */
    private static final int STATUS_CALLS = 32;

    /**
     * What an answer means for a scan.
     *
     * @param isTold whether the answer tells its status
     */
    private record Change(Step step, boolean isTold) {}

    private final LocalDate businessDate;
    private final int statusBatch;
    private final ScanMachine machine;
    private final ScanCalls calls;
    private final ScanTables tables;
    private final NightWrites writes;
    private final Pace pace;
    private final RefusalGuard guard;
    private final Set<Long> claimedForReport = new HashSet<>();
    private final Set<Long> claimedForStatus = new HashSet<>();
    private final long total;
    private long done;

    ScansLane(
            LocalDate businessDate,
            int statusBatch,
            ScanMachine machine,
            ScanCalls calls,
            ScanTables tables,
            NightWrites writes,
            Pace pace) {
        this.businessDate = businessDate;
        this.statusBatch = statusBatch;
        this.machine = machine;
        this.calls = calls;
        this.tables = tables;
        this.writes = writes;
        this.pace = pace;
        this.guard = new RefusalGuard(tables.counts().hasOtherThan403(businessDate, VENDOR));
        writes.run(() -> tables.items().wake(businessDate, pace.now()));
        this.total = tables.items().queue().count(businessDate, false);
        this.done = tables.items().queue().count(businessDate, true);
    }

    @Override
    public String name() {
        return "scans";
    }

    /**
     * Reports, and statuses for as many scans: if these were asked only when no report is left to ask for, the vendor would
     * wait idly for them; if all at once, the reports would wait until they are stored.
     */
    @Override
    public List<ScanCall> claim(int most, OptionalLong left) {
        int share = most == 1 ? 0 : (most + statusBatch) / (statusBatch + 1);
        List<ScanCall> calls = reportCalls(most - share);
        int open = batches(claimedForStatus.size());
        calls.addAll(statusCalls(Math.min(Math.max(share, batches(most - calls.size())), STATUS_CALLS - open)));
        calls.addAll(reportCalls(most - calls.size()));
        return calls;
    }

    private List<ScanCall> reportCalls(int most) {
        return new ArrayList<>(claim(ScanItems.REPORT_QUEUE, most).stream()
                .map(ScanCall::report)
                .toList());
    }

    private List<ScanCall> statusCalls(int most) {
        List<ScanCall> calls = new ArrayList<>();
        List<ScanItem> scans = claim(ScanItems.STATUS_QUEUE, most * statusBatch);
        for (int from = 0; from < scans.size(); from += statusBatch) {
            calls.add(ScanCall.statuses(scans.subList(from, Math.min(scans.size(), from + statusBatch))));
        }
        return calls;
    }

    private int batches(int scans) {
        return (scans + statusBatch - 1) / statusBatch;
    }

    @Override
    public void release(List<ScanCall> calls) {
        calls.forEach(this::letGo);
    }

    @Override
    public Optional<Instant> nextDue() {
        return tables.items().queue().nextDue(businessDate);
    }

    @Override
    public Supplier<ScanResult> perform(ScanCall call) throws InterruptedException {
        return call.isReport() ? calls.report(call.ids().get(0)) : calls.statuses(call.ids());
    }

    @Override
    public void settle(List<Completed<ScanCall, ScanResult>> completed) {
        List<ScanUpdate> updates =
                completed.stream().flatMap(one -> updates(one).stream()).toList();
        writes.runRepeatably(() -> {
            tables.evidence()
                    .save(
                            businessDate,
                            completed.stream()
                                    .flatMap(one -> entry(one).stream())
                                    .toList());
            tables.items().update(businessDate, updates);
            tables.guids().remember(businessDate, guids(completed));
            tables.setAside()
                    .add(
                            businessDate,
                            completed.stream()
                                    .flatMap(one -> unasked(one).stream())
                                    .toList());
            tables.counts()
                    .add(
                            businessDate,
                            VENDOR,
                            completed.stream().map(ScansLane::count).toList());
        });
        completed.forEach(one -> letGo(one.call()));
        done += updates.stream()
                .filter(update -> update.state().isDone())
                .mapToLong(update -> update.scanIds().size())
                .sum();
        completed.forEach(one -> guard.saw(one.result().answer()));
        refuseIfAllWereRefused(guard.isRefused());
    }

    @Override
    public void ended() {
        refuseIfAllWereRefused(guard.isRefusedAtEnd());
    }

    @Override
    public void waitingIsOver(boolean attemptsToo) {
        Set<Long> inFlight = new HashSet<>(claimedForReport);
        inFlight.addAll(claimedForStatus);
        writes.run(() -> tables.items().stopPolling(businessDate, inFlight, attemptsToo));
    }

    @Override
    public int items(ScanCall call) {
        return call.scans().size();
    }

    @Override
    public String subject(ScanCall call) {
        return call.subject();
    }

    @Override
    public void quotaIsSpent() {
        throw new IllegalStateException("Pensa has no quota");
    }

    @Override
    public Tally tally() {
        return new Tally(done, total);
    }

    private List<ScanItem> claim(int queue, int most) {
        if (most <= 0) {
            return List.of();
        }
        Set<Long> claimed = claimed(queue == ScanItems.REPORT_QUEUE);
        List<ScanItem> scans =
                tables.items().queue().due(businessDate, queue, pace.now(), most + claimed.size()).stream()
                        .filter(scan -> !claimed.contains(scan.scanId()))
                        .limit(most)
                        .toList();
        scans.forEach(scan -> claimed.add(scan.scanId()));
        return scans;
    }

    private void letGo(ScanCall call) {
        call.ids().forEach(claimed(call.isReport())::remove);
    }

    private Set<Long> claimed(boolean forReport) {
        return forReport ? claimedForReport : claimedForStatus;
    }

    private void refuseIfAllWereRefused(boolean refused) {
        if (refused) {
            writes.run(() -> tables.items().takeRejectionsBack(businessDate));
            throw new VendorException(
                    Reason.FORBIDDEN,
                    "Pensa answers every call with HTTP 403: mend the credentials; " + TokenSource.HOW_SENT);
        }
    }

    private List<ScanUpdate> updates(Completed<ScanCall, ScanResult> one) {
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
        return switch (step.when()) {
            case NEVER -> Optional.empty();
            case NOW -> Optional.of(pace.now());
            case AFTER_POLL -> pace.poll(Math.max(0, state.polls() - 1), result.answer());
            case AFTER_ATTEMPT -> pace.attempt(Math.max(1, state.attempts()), result.answer());
        };
    }

    private static Optional<EvidenceEntry> entry(Completed<ScanCall, ScanResult> one) {
        return one.result()
                .body()
                .map(body -> new EvidenceEntry(
                        VENDOR,
                        one.call().name(),
                        filedUnder(one),
                        one.result().answer() instanceof Reply reply ? reply.status() : 0,
                        one.result().answer().at(),
                        body));
    }

    /** The scans that a status answer tells of, so that it is found by what it holds; else what was asked about. */
    private static String filedUnder(Completed<ScanCall, ScanResult> one) {
        Set<Long> told = one.result().statuses().keySet();
        return told.isEmpty() ? one.call().subject() : ScanSubjects.of(told);
    }

    private static Map<Long, String> guids(List<Completed<ScanCall, ScanResult>> completed) {
        Map<Long, String> guids = new HashMap<>();
        completed.forEach(one -> one.result().statuses().forEach((scanId, status) -> {
            if (status.guid() != null) {
                guids.put(scanId, status.guid());
            }
        }));
        return guids;
    }

    private static List<QuarantineRow> unasked(Completed<ScanCall, ScanResult> one) {
        return one.result().unasked().stream()
                .map(other -> new QuarantineRow(
                        "pensa:" + shortened(other.scanId()),
                        "/data",
                        null,
                        null,
                        QuarantineCode.UNASKED_ANSWER,
                        "a " + one.call().name() + " answer speaks of a scan that was not asked about",
                        other.raw()))
                .toList();
    }

    /** A true id has 19 digits at the most; the whole of this one stands in the raw text. */
    private static String shortened(String scanId) {
        return scanId.substring(0, Math.min(scanId.length(), LONGEST_ID));
    }

    private static CallCounts.Call count(Completed<ScanCall, ScanResult> one) {
        return CallCounts.Call.of(one.call().name(), one.result());
    }
}
