package io.shelftally.night.captures;

import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.collect.Pace;
import io.shelftally.calls.collect.PollSettings;
import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.items.Part;
import io.shelftally.night.run.HandClock;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.night.run.NightWrites;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A night of captures in a database of its own. */
final class CaptureNight implements AutoCloseable {

    static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);
    static final int ATTEMPTS = 4;

    final NightDatabase db = new NightDatabase();
    final HandClock clock = new HandClock();
    final NightWrites writes = new NightWrites(db.transactions(), db.heldLease(NIGHT, clock));
    final CaptureTables tables = new CaptureTables(
            new CaptureItems(db.client(), db.batches()),
            new EvidenceStore(db.batches(), db.client()),
            new CallCounts(db.client()));
    final CaptureNights nights = new CaptureNights(db.client(), db.batches());

    /** An id of 22 characters that ends in the word. */
    static String id(String word) {
        return "A".repeat(22 - word.length()) + word;
    }

    /** Takes on captures without a scan. */
    void take(String... words) {
        take(
                NIGHT,
                Stream.of(words)
                        .map(word -> new CaptureEntry(id(word), null, null))
                        .toList());
    }

    void take(LocalDate night, List<CaptureEntry> entries) {
        writes.run(() -> nights.take(night, entries, clock.instant()));
    }

    CapturesLane lane(CaptureCalls calls, int maxRetries, Duration waiting) {
        CaptureMachine machine = new CaptureMachine(maxRetries, ATTEMPTS);
        return new CapturesLane(Part.whole(NIGHT), machine, calls, tables, writes, pace(waiting));
    }

    Pace pace(Duration waiting) {
        return new Pace(
                new PollSettings(Duration.ofSeconds(2), Duration.ofSeconds(60)),
                new RetrySettings(ATTEMPTS, Duration.ofMillis(500), Duration.ofSeconds(30)),
                clock,
                clock.instant().plus(waiting));
    }

    /** The columns of every capture of the night, in the order of the work list. */
    List<String> rows(String columns) {
        return db.rows(
                "SELECT LTRIM(capture_id, 'A'), " + columns
                        + " FROM capture_item WHERE business_date = ? ORDER BY list_order",
                NIGHT);
    }

    /** The words of the ids of the calls. */
    static List<String> words(List<CaptureItem> calls) {
        List<String> words = new ArrayList<>();
        calls.forEach(call -> words.add(call.captureId().replaceFirst("^A+", "")));
        return words;
    }

    @Override
    public void close() {
        db.close();
    }
}
