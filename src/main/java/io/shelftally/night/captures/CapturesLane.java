package io.shelftally.night.captures;

import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.collect.Completed;
import io.shelftally.calls.collect.Lane;
import io.shelftally.calls.collect.Pace;
import io.shelftally.calls.collect.RefusalGuard;
import io.shelftally.calls.collect.Tally;
import io.shelftally.night.evidence.EvidenceEntry;
import io.shelftally.night.items.Part;
import io.shelftally.night.items.RefusedCredentials;
import io.shelftally.night.items.Settlement;
import io.shelftally.night.run.NightWrites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The captures of one night, as the engine drives them. */
final class CapturesLane implements Lane<CaptureItem, CaptureAnswer> {

    static final String VENDOR = "closient";

    private final Part part;
    private final LocalDate businessDate;
    private final CaptureCalls calls;
    private final CaptureItems items;
    private final NightWrites writes;
    private final CaptureClaims claims;
    private final CaptureChanges changes;
    private final Settlement settlement;
    private final RefusedCredentials refused;
    private final long total;
    private long done;

    CapturesLane(
            Part part,
            CaptureMachine machine,
            CaptureCalls calls,
            CaptureTables tables,
            NightWrites writes,
            Pace pace) {
        this.part = part;
        this.businessDate = part.businessDate();
        this.calls = calls;
        this.items = tables.items();
        this.writes = writes;
        this.claims = new CaptureClaims(part, items, pace);
        this.changes = new CaptureChanges(machine, pace);
        this.settlement = new Settlement(businessDate, VENDOR, writes, tables.evidence(), tables.counts());
        this.refused = refused(businessDate, tables, writes);
        if (part.isWhole()) {
            writes.run(() -> items.wake(businessDate, pace.now()));
            this.total = items.queue().count(businessDate, false);
            this.done = items.queue().count(businessDate, true);
        } else {
            this.total = items.queue().countOpen(businessDate);
        }
    }

    static RefusedCredentials refused(LocalDate businessDate, CaptureTables tables, NightWrites writes) {
        return new RefusedCredentials(
                new RefusalGuard(tables.counts().hasOtherThan403(businessDate, VENDOR)),
                writes,
                () -> tables.items().takeRejectionsBack(businessDate),
                "Closient answers every call with HTTP 403. Mend shelftally.closient.api-key, whose value is never shown, or"
                        + " ask Closient whether the key may read captures.");
    }

    @Override
    public String name() {
        return "captures";
    }

    @Override
    public List<CaptureItem> claim(int most, OptionalLong left) {
        return claims.claim(most, left, total - done);
    }

    @Override
    public void release(List<CaptureItem> calls) {
        claims.release(calls);
    }

    @Override
    public Optional<Instant> nextDue() {
        return items.queue().nextDue(part);
    }

    @Override
    public Supplier<CaptureAnswer> perform(CaptureItem call) throws InterruptedException {
        CaptureAnswer answer = call.isRetry() ? calls.retry(call.captureId()) : calls.read(call.captureId());
        return () -> answer;
    }

    @Override
    public void settle(List<Completed<CaptureItem, CaptureAnswer>> completed) {
        List<CaptureUpdate> updates = completed.stream().map(changes::update).toList();
        settlement.write(
                completed.stream().flatMap(one -> entry(one).stream()).toList(),
                () -> items.update(businessDate, updates),
                completed.stream().map(CapturesLane::count).toList());
        claims.letGo(completed.stream().map(Completed::call).toList());
        done += updates.stream().filter(update -> update.state().isDone()).count();
        refused.saw(completed.stream().map(one -> one.result().answer()));
    }

    @Override
    public void ended() {
        refused.ended();
    }

    @Override
    public void waitingIsOver(boolean attemptsToo) {
        writes.run(() -> items.stopPolling(part, attemptsToo));
        claims.readAgain();
    }

    @Override
    public int items(CaptureItem call) {
        return 1;
    }

    @Override
    public String subject(CaptureItem call) {
        return call.captureId();
    }

    @Override
    public void quotaIsSpent() {
        writes.run(() -> items.stopCalling(part, claims.inFlight()));
        claims.readAgain();
    }

    @Override
    public Tally tally() {
        return new Tally(done, total);
    }

    /** A capture object that the capture answered with before is on record. */
    private static Optional<EvidenceEntry> entry(Completed<CaptureItem, CaptureAnswer> one) {
        CaptureItem call = one.call();
        CaptureAnswer answer = one.result();
        return answer.body()
                .filter(body -> answer.kind() != CaptureAnswer.Kind.USABLE
                        || !call.answerSha256().equals(Optional.of(body.sha256())))
                .map(body -> EvidenceEntry.of(VENDOR, call.name(), call.captureId(), answer.answer(), body));
    }

    private static CallCounts.Call count(Completed<CaptureItem, CaptureAnswer> one) {
        return CallCounts.Call.of(one.call().name(), one.result());
    }
}
