package io.shelftally.job.workers;

import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.LaneShare;
import io.shelftally.calls.collect.Pace;
import io.shelftally.calls.collect.PollSettings;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.collect.Troubles;
import io.shelftally.calls.collect.Watch;
import io.shelftally.engine.Next;
import io.shelftally.engine.TaskRun;
import io.shelftally.night.captures.CaptureCollection;
import io.shelftally.night.run.Lease;
import io.shelftally.night.run.LeaseLostException;
import io.shelftally.night.scans.ScanCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Works on one bucket for a slice, for whatever run is at work:
 *
 * <ol>
 *   <li>without such a run there is nothing to do, and the task goes; a run schedules its buckets itself;
 *   <li>calls are made, and answers written, as a run does it that is alone, over the items of the bucket and under a
 *       {@link TaskRight};
 *   <li>the bucket is put down when nothing of it is due or the slice is over, until its next item is due;
 *   <li>trouble that would end a run is told to it.
 * </ol>
 */
@Component
class CollectTask {

    /** The kind of its tasks; as members show it, too. */
    static final String KIND = "collect";

    /** After so many slices in a row that failed it is no passing trouble. */
    static final int MOST_FAILURES = 8;

    private static final Duration RUN_ENDS = Duration.ofSeconds(2);

    private final CaptureCollection captures;
    private final ScanCollection scans;
    private final PollSettings polls;
    private final RetrySettings retries;
    private final Lease lease;
    private final SharedRuns runs;
    private final TaskFences fences;
    private final Map<Bucket.LaneName, LaneShare> shares = new EnumMap<>(Bucket.LaneName.class);
    private long sharesOf;

    CollectTask(
            CaptureCollection captures,
            ScanCollection scans,
            PollSettings polls,
            RetrySettings retries,
            Lease lease,
            SharedRuns runs,
            TaskFences fences) {
        this.captures = captures;
        this.scans = scans;
        this.polls = polls;
        this.retries = retries;
        this.lease = lease;
        this.runs = runs;
        this.fences = fences;
    }

    /** @param taker is told what is done, and whether this process can go on at all */
    Next run(TaskRun task, Taker taker) throws Exception {
        Bucket bucket = Bucket.of(task.instance());
        Optional<SharedRun> run =
                runs.atWork().filter(found -> found.businessDate().equals(bucket.businessDate()));
        if (run.isEmpty()) {
            return Next.done();
        }
        taker.began(run.get().businessDate(), run.get().token());
        try {
            return slice(bucket, run.get(), task, taker);
        } catch (VendorException e) {
            return failed(run.get(), e, taker);
        } catch (LeaseLostException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (task.failures() >= MOST_FAILURES) {
                runs.fail(
                        run.get().token(),
                        Optional.empty(),
                        "the bucket " + bucket.instance() + " failed " + (task.failures() + 1) + " times: "
                                + e.getMessage());
            }
            throw e;
        }
    }

    private Next slice(Bucket bucket, SharedRun run, TaskRun task, Taker taker) throws Exception {
        SliceBounds bounds = new SliceBounds(runs, run, task);
        SliceCount count = new SliceCount(taker::did);
        Pace pace = new Pace(polls, retries, taker.clock(), run.deadline());
        Watch watch = new Watch(pace, new StopSignal(), count, new Troubles(), bounds);
        TaskRight right = fences.right(run.token(), task);
        Optional<Instant> next = lease.under(right, () -> collect(bucket, run, task, watch, taker.clock()));
        runs.worked(new RunSlice(
                run.businessDate(), run.runId(), taker.name(), taker.host(), bounds.took(), 1, count.done(), 0));
        return next.map(at -> at.isBefore(pace.now()) ? pace.now() : at)
                .map(Next::at)
                .orElseGet(Next::done);
    }

    private Optional<Instant> collect(Bucket bucket, SharedRun run, TaskRun task, Watch watch, Clock clock)
            throws InterruptedException {
        LaneShare share = share(bucket.lane(), run, clock);
        return bucket.lane() == Bucket.LaneName.SCANS
                ? scans.slice(bucket.part(), share, watch)
                : captures.slice(bucket.part(), run.maxRetries(), task.failures() > 0, share, watch);
    }

    /** A worker whose own credentials are refused leaves the run to others; one that is alone lets it fail. */
    private Next failed(SharedRun run, VendorException trouble, Taker taker) {
        boolean isOurs = trouble.reason() == Reason.UNAUTHORIZED || trouble.reason() == Reason.FORBIDDEN;
        if (!isOurs || !taker.leaves(trouble)) {
            runs.fail(run.token(), Optional.of(trouble.reason()), String.valueOf(trouble.getMessage()));
        }
        return Next.at(taker.clock().instant().plus(RUN_ENDS));
    }

    private synchronized LaneShare share(Bucket.LaneName lane, SharedRun run, Clock clock) {
        if (sharesOf != run.token()) {
            shares.clear();
            sharesOf = run.token();
        }
        return shares.computeIfAbsent(
                lane, name -> name == Bucket.LaneName.SCANS ? scans.share(clock) : captures.share(clock));
    }
}
