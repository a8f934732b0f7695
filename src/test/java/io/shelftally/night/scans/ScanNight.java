package io.shelftally.night.scans;

import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.collect.Pace;
import io.shelftally.calls.collect.PollSettings;
import io.shelftally.intake.quarantine.SetAside;
import io.shelftally.intake.worklist.ScanEntry;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.items.Part;
import io.shelftally.night.run.HandClock;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.night.run.NightWrites;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

/** A night of scans in a database of its own. */
final class ScanNight implements AutoCloseable {

    static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);
    static final int ATTEMPTS = 4;

    final NightDatabase db = new NightDatabase();
    final HandClock clock = new HandClock();
    final NightWrites writes = new NightWrites(db.transactions(), db.heldLease(NIGHT, clock));
    final ScanTables tables = new ScanTables(
            new ScanItems(db.client(), db.batches()),
            new ScanGuids(db.client(), db.batches()),
            new EvidenceStore(db.batches(), db.client()),
            new CallCounts(db.client()),
            new SetAside(db.client(), db.batches()));
    final ScanNights nights = new ScanNights(db.client(), db.batches());

    /** Takes on scans of unknown places. */
    void take(long... ids) {
        take(
                NIGHT,
                LongStream.of(ids).mapToObj(id -> new ScanEntry(id, null, null)).toList());
    }

    void take(LocalDate night, List<ScanEntry> entries) {
        writes.run(() -> nights.take(night, entries, clock.instant()));
    }

    ScansLane lane(ScanCalls calls, int statusBatch, Duration waiting) {
        return new ScansLane(
                Part.whole(NIGHT), statusBatch, new ScanMachine(ATTEMPTS), calls, tables, writes, pace(waiting));
    }

    Pace pace(Duration waiting) {
        return new Pace(
                new PollSettings(Duration.ofSeconds(2), Duration.ofSeconds(60)),
                new RetrySettings(ATTEMPTS, Duration.ofMillis(500), Duration.ofSeconds(30)),
                clock,
                clock.instant().plus(waiting));
    }

    /** The columns of every scan of the night, in the order of their ids. */
    List<String> rows(String columns) {
        return db.rows(
                "SELECT scan_id, " + columns + " FROM scan_item WHERE business_date = ? ORDER BY scan_id", NIGHT);
    }

    /** The one scan of the night, as later steps see it. */
    ScanOfNight only() {
        return nights.page(NIGHT, 0, 2).get(0);
    }

    @Override
    public void close() {
        db.close();
    }
}
