package io.shelftally.night.captures;

import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.collect.Completed;
import io.shelftally.calls.collect.Lane;
import io.shelftally.calls.collect.Pace;
import io.shelftally.calls.collect.RefusalGuard;
import io.shelftally.calls.collect.Tally;
import io.shelftally.night.captures.CaptureMachine.Step;
import io.shelftally.night.evidence.EvidenceEntry;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.run.NightWrites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The captures of one night, as the engine drives them. */
final class CapturesLane implements Lane<CaptureItem, CaptureAnswer> {

    private static final String VENDOR = "closient";

    /** A read, a retry and two reads that follow it up. */
    private static final int CALLS_EACH = 4;

    private final LocalDate businessDate;
    private final CaptureMachine machine;
    private final CaptureCalls calls;
    private final CaptureItems items;
    private final EvidenceStore evidence;
    private final CallCounts counts;
    private final NightWrites writes;
    private final Pace pace;
    private final Set<String> claimed = new HashSet<>();
    private final Set<String> beginning = new HashSet<>();
    private final RefusalGuard guard;
    private final long total;
    private long done;

    CapturesLane(
            LocalDate businessDate,
            CaptureMachine machine,
            CaptureCalls calls,
            CaptureTables tables,
            NightWrites writes,
            Pace pace) {
        this.businessDate = businessDate;
        this.machine = machine;
        this.calls = calls;
        this.items = tables.items();
        this.evidence = tables.evidence();
        this.counts = tables.counts();
        this.writes = writes;
        this.pace = pace;
        this.guard = new RefusalGuard(counts.hasOtherThan403(businessDate, VENDOR));
        writes.run(() -> items.wake(businessDate, pace.now()));
        this.total = items.queue().count(businessDate, false);
        this.done = items.queue().count(businessDate, true);
    }

    @Override
    public String name() {
        return "captures";
    }

    /** No poll is claimed while the quota keeps captures from being read at all. */
    @Override
    public List<CaptureItem> claim(int most, OptionalLong left) {
        List<CaptureItem> calls = claim(CaptureQueue.FOLLOW_UP, most);
        for (int queue : CaptureQueue.NEW) {
            int fitting = (int) Math.min(most - calls.size(), affordable(left, calls.size()));
            List<CaptureItem> fresh = claim(queue, fitting);
            fresh.forEach(item -> beginning.add(item.captureId()));
            calls.addAll(fresh);
            if (fresh.size() == fitting) {
                return calls;
            }
        }
        calls.addAll(claim(CaptureQueue.UNREAD, most - calls.size()));
        calls.addAll(claim(CaptureQueue.POLL, most - calls.size()));
        return calls;
    }

    /**
     * How many captures may be begun so that each of them, and each whose retry is under way, can still be retried and
     * followed up. One at least, if there is none: whether it may be called about is for the quota to say.
     */
    private long affordable(OptionalLong left, int claimedNow) {
        if (left.isEmpty() || left.getAsLong() >= (total - done) * CALLS_EACH) {
            return Long.MAX_VALUE;
        }
        long underWay = items.countFollowUps(businessDate) + beginning.size();
        long atLeast = underWay + claimedNow == 0 ? 1 : 0;
        return Math.max(atLeast, left.getAsLong() / CALLS_EACH - underWay);
    }

    private List<CaptureItem> claim(int queue, int most) {
        List<CaptureItem> calls = new ArrayList<>();
        if (most > 0) {
            items.queue().due(businessDate, queue, pace.now(), most + claimed.size()).stream()
                    .filter(item -> !claimed.contains(item.captureId()))
                    .limit(most)
                    .forEach(calls::add);
        }
        calls.forEach(item -> claimed.add(item.captureId()));
        return calls;
    }

    @Override
    public void release(List<CaptureItem> calls) {
        calls.forEach(item -> letGo(item.captureId()));
    }

    @Override
    public Optional<Instant> nextDue() {
        return items.queue().nextDue(businessDate);
    }

    @Override
    public Supplier<CaptureAnswer> perform(CaptureItem call) throws InterruptedException {
        CaptureAnswer answer = call.state().phase() == CapturePhase.RETRY
                ? calls.retry(call.captureId())
                : calls.read(call.captureId());
        return () -> answer;
    }

    @Override
    public void settle(List<Completed<CaptureItem, CaptureAnswer>> completed) {
        List<CaptureUpdate> updates = completed.stream().map(this::update).toList();
        writes.runRepeatably(() -> {
            evidence.save(
                    businessDate,
                    completed.stream().flatMap(one -> entry(one).stream()).toList());
            items.update(businessDate, updates);
            counts.add(
                    businessDate,
                    VENDOR,
                    completed.stream().map(CapturesLane::count).toList());
        });
        completed.forEach(one -> letGo(one.call().captureId()));
        done += updates.stream().filter(update -> update.state().isDone()).count();
        completed.forEach(one -> guard.saw(one.result().answer()));
        refuseIfAllWereRefused(guard.isRefused());
    }

    @Override
    public void ended() {
        refuseIfAllWereRefused(guard.isRefusedAtEnd());
    }

    private void refuseIfAllWereRefused(boolean refused) {
        if (refused) {
            writes.run(() -> items.takeRejectionsBack(businessDate));
            throw new VendorException(Reason.FORBIDDEN, "Closient answers every call with HTTP 403: mend the API key");
        }
    }

    @Override
    public void waitingIsOver(boolean attemptsToo) {
        writes.run(() -> items.stopPolling(businessDate, attemptsToo));
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
        writes.run(() -> items.stopCalling(businessDate, claimed));
    }

    @Override
    public Tally tally() {
        return new Tally(done, total);
    }

    private void letGo(String captureId) {
        claimed.remove(captureId);
        beginning.remove(captureId);
    }

    private CaptureUpdate update(Completed<CaptureItem, CaptureAnswer> one) {
        CaptureAnswer answer = one.result();
        Step step = machine.after(one.call().state(), answer);
        boolean isUsable = answer.kind() == CaptureAnswer.Kind.USABLE;
        @Nullable String sha256 = answer.body().map(body -> body.sha256()).orElse(null);
        return new CaptureUpdate(
                one.call().captureId(),
                step.state(),
                isDefinite(answer),
                queue(one.call().state().phase(), step.state().phase(), answer),
                due(step, answer).orElse(null),
                isUsable ? sha256 : null,
                !isUsable && (step.state().isDone() || step.state().phase() == CapturePhase.REFUSED) ? sha256 : null);
    }

    /** The read after a retry that was answered follows it up; those after that are polls. */
    private static int queue(CapturePhase before, CapturePhase now, CaptureAnswer answer) {
        if (now != CapturePhase.READ || before == CapturePhase.RETRY) {
            return CaptureQueue.FOLLOW_UP;
        }
        return isDefinite(answer) ? CaptureQueue.POLL : CaptureQueue.UNREAD;
    }

    /** Whether anything is known of the capture now; an object without the status that it must have says nothing. */
    private static boolean isDefinite(CaptureAnswer answer) {
        boolean isEmpty =
                answer.kind() == CaptureAnswer.Kind.USABLE && answer.status().isEmpty();
        return !isEmpty && !answer.isTransient();
    }

    /** After a 429 it is the quota that keeps every call waiting, or defers it. */
    private Optional<Instant> due(Step step, CaptureAnswer answer) {
        CaptureState state = step.state();
        return switch (step.when()) {
            case NEVER -> Optional.empty();
            case NOW -> Optional.of(pace.now());
            case AFTER_POLL -> pace.poll(Math.max(0, state.polls() - 1), answer.answer());
            case AFTER_ATTEMPT ->
                answer.kind() == CaptureAnswer.Kind.RATE_LIMITED
                        ? Optional.of(pace.now())
                        : pace.attempt(Math.max(1, Math.max(state.attempts(), state.lostRetries())), answer.answer());
        };
    }

    private static Optional<EvidenceEntry> entry(Completed<CaptureItem, CaptureAnswer> one) {
        CaptureAnswer answer = one.result();
        return answer.body()
                .filter(body -> answer.kind() != CaptureAnswer.Kind.USABLE
                        || !one.call().answerSha256().equals(Optional.of(body.sha256())))
                .map(body -> new EvidenceEntry(
                        VENDOR,
                        callName(one.call()),
                        one.call().captureId(),
                        answer.answer() instanceof Reply reply ? reply.status() : 0,
                        answer.answer().at(),
                        body));
    }

    private static CallCounts.Call count(Completed<CaptureItem, CaptureAnswer> one) {
        return CallCounts.Call.of(callName(one.call()), one.result());
    }

    private static String callName(CaptureItem call) {
        return call.state().phase() == CapturePhase.RETRY ? "retry" : "read";
    }
}
