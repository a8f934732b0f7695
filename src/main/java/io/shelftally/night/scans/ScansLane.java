package io.shelftally.night.scans;

import io.shelftally.calls.collect.Completed;
import io.shelftally.calls.collect.Lane;
import io.shelftally.calls.collect.Pace;
import io.shelftally.calls.collect.RefusalGuard;
import io.shelftally.calls.collect.Tally;
import io.shelftally.calls.http.TokenSource;
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

/** The scans of one night, as the engine drives them. */
final class ScansLane implements Lane<ScanCall, ScanResult> {

    private final Part part;
    private final LocalDate businessDate;
    private final ScanCalls calls;
    private final ScanTables tables;
    private final NightWrites writes;
    private final ScanClaims claims;
    private final ScanChanges changes;
    private final Settlement settlement;
    private final RefusedCredentials refused;
    private final long total;
    private long done;

    ScansLane(
            Part part,
            int statusBatch,
            ScanMachine machine,
            ScanCalls calls,
            ScanTables tables,
            NightWrites writes,
            Pace pace) {
        this.part = part;
        this.businessDate = part.businessDate();
        this.calls = calls;
        this.tables = tables;
        this.writes = writes;
        this.claims = new ScanClaims(part, statusBatch, tables.items(), pace);
        this.changes = new ScanChanges(machine, pace);
        this.settlement = new Settlement(businessDate, ScanEvidence.VENDOR, writes, tables.evidence(), tables.counts());
        this.refused = refused(businessDate, tables, writes);
        if (part.isWhole()) {
            writes.run(() -> tables.items().wake(businessDate, pace.now()));
            this.total = tables.items().queue().count(businessDate, false);
            this.done = tables.items().queue().count(businessDate, true);
        } else {
            this.total = 0;
        }
    }

    static RefusedCredentials refused(LocalDate businessDate, ScanTables tables, NightWrites writes) {
        return new RefusedCredentials(
                new RefusalGuard(tables.counts().hasOtherThan403(businessDate, ScanEvidence.VENDOR)),
                writes,
                () -> tables.items().takeRejectionsBack(businessDate),
                "Pensa answers every call with HTTP 403. Mend shelftally.pensa.username and .access-token (or .client-id and"
                        + " .client-secret); no value is ever shown; " + TokenSource.HOW_SENT);
    }

    @Override
    public String name() {
        return "scans";
    }

    @Override
    public List<ScanCall> claim(int most, OptionalLong left) {
        return claims.claim(most);
    }

    @Override
    public void release(List<ScanCall> calls) {
        claims.release(calls);
    }

    @Override
    public Optional<Instant> nextDue() {
        return tables.items().queue().nextDue(part);
    }

    @Override
    public Supplier<ScanResult> perform(ScanCall call) throws InterruptedException {
        return call.isReport() ? calls.report(call.ids().get(0)) : calls.statuses(call.ids());
    }

    @Override
    public void settle(List<Completed<ScanCall, ScanResult>> completed) {
        List<ScanUpdate> updates =
                completed.stream().flatMap(one -> changes.updates(one).stream()).toList();
        settlement.write(
                ScanEvidence.entries(completed),
                () -> {
                    tables.items().update(businessDate, updates);
                    tables.guids().remember(businessDate, ScanEvidence.guids(completed));
                    tables.setAside().add(businessDate, ScanEvidence.unasked(completed));
                },
                ScanEvidence.calls(completed));
        claims.letGo(completed.stream().map(Completed::call).toList());
        done += updates.stream()
                .filter(update -> update.state().isDone())
                .mapToLong(update -> update.scanIds().size())
                .sum();
        refused.saw(completed.stream().map(one -> one.result().answer()));
    }

    @Override
    public void ended() {
        refused.ended();
    }

    @Override
    public void waitingIsOver(boolean attemptsToo) {
        writes.run(() -> tables.items().stopPolling(part, claims.inFlight(), attemptsToo));
        claims.readAgain();
    }

    @Override
    public int items(ScanCall call) {
        return call.scans().size();
    }

    /** Both calls only read, and cost no quota. */
    @Override
    public Optional<String> repeatable(ScanCall call) {
        return Optional.of(call.name());
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
}
