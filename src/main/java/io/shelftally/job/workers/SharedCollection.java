package io.shelftally.job.workers;

import io.shelftally.calls.collect.LaneFigures;
import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.Slice;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.collect.Tally;
import io.shelftally.engine.Members;
import io.shelftally.engine.TaskTable;
import io.shelftally.engine.TasksLeft;
import io.shelftally.night.captures.CaptureCollection;
import io.shelftally.night.items.ItemQueue;
import io.shelftally.night.run.Lease;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.run.SessionName;
import io.shelftally.night.scans.FoundWindow;
import io.shelftally.night.scans.ScanCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The collection of a run that others take part in. The run's own process makes the open buckets tasks and looks at the rows
 * until nothing of the night waits; it works itself where nobody else is there, or is any more. So a run that is alone
 * collects in one go, as long as it is.
 */
@Component
public class SharedCollection {

    private static final Logger LOG = LoggerFactory.getLogger(SharedCollection.class);

    private static final long LOOK_MILLIS = 500;

    /** As soon as all that is left is in somebody's hands: the end of it is what the next step waits for. */
    private static final long LAST_LOOK_MILLIS = 50;

    private static final Duration LOOK_FOR_WORKERS = Duration.ofSeconds(2);
    private static final Duration COUNT = Duration.ofSeconds(5);
    private static final Duration LOOK_AT_WINDOW = Duration.ofSeconds(1);

    /** Buckets that wait and have no task get one. */
    private static final Duration LOOK_FOR_BUCKETS = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final SessionName session;
    private final CaptureCollection captures;
    private final ScanCollection scans;
    private final SharedTasks shared;
    private final SharedRuns runs;
    private final Lease lease;
    private final NightWrites writes;
    private final WorkerSettings settings;
    private final Members members;
    private final TaskTable tasks;

    SharedCollection(
            DataSource dataSource,
            SessionName session,
            CaptureCollection captures,
            ScanCollection scans,
            SharedTasks shared,
            SharedRuns runs,
            Lease lease,
            NightWrites writes,
            WorkerSettings settings) {
        this.dataSource = dataSource;
        this.session = session;
        this.captures = captures;
        this.scans = scans;
        this.shared = shared;
        this.runs = runs;
        this.lease = lease;
        this.writes = writes;
        this.settings = settings;
        this.members = new Members(dataSource);
        this.tasks = new TaskTable(dataSource);
    }

    /**
     * What a run is asked to collect.
     *
     * @param wakes whether its open items are to be made due first, as at its start
     */
    public record Asked(LocalDate businessDate, long runId, Duration waiting, int maxRetries, boolean wakes) {}

    /** Whether runs on this database can be shared, and the settings let them. */
    public boolean isPossible() {
        return shared.arePossible();
    }

    /** Whether somebody is there to share the night with, or has a bucket of it in hand. */
    public boolean isAskedFor(LocalDate businessDate) {
        return isPossible() && hasCome(businessDate);
    }

    private boolean hasCome(LocalDate businessDate) {
        return !members.live(CollectTask.KIND).isEmpty()
                || tasks.left(CollectTask.KIND, Bucket.instances(businessDate)).isAny();
    }

    /** The whole of a lane, until somebody comes to share it with. */
    public Slice untilWorkersCome(LocalDate businessDate) {
        return isPossible() ? new UntilAsked(() -> hasCome(businessDate), LOOK_FOR_WORKERS) : Slice.WHOLE;
    }

    /** Whether anything of the night waits. */
    public boolean isOpen(LocalDate businessDate) {
        return scans.queue().isOpen(businessDate) || captures.queue().isOpen(businessDate);
    }

    /** Returns when nothing of the night waits any more; throws what a run that is alone throws. */
    public void run(Asked asked, StopSignal stop, Progress progress) throws InterruptedException {
        try (Participant participant =
                new Participant(dataSource, session, shared, settings, night -> {}, refused -> false)) {
            Instant now = participant.clock().instant();
            SharedRun run = new SharedRun(
                    asked.businessDate(), lease.token(), asked.runId(), now.plus(asked.waiting()), asked.maxRetries());
            if (asked.wakes()) {
                captures.wake(asked.businessDate(), now);
                scans.wake(asked.businessDate(), now);
            }
            writes.run(() -> runs.begin(run));
            LOG.info(
                    "{} processes share the collection",
                    members.live(CollectTask.KIND).size());
            new Look(run, participant, stop, progress).untilEnd();
        }
        captures.ended(asked.businessDate());
        scans.ended(asked.businessDate());
    }

    /** Looks after a run's buckets. */
    private final class Look {

        private final SharedRun run;
        private final Participant participant;
        private final StopSignal stop;
        private final Progress progress;
        private final Every forWorkers = new Every(LOOK_FOR_WORKERS);
        private final Every forBuckets = new Every(LOOK_FOR_BUCKETS);
        private final Every forCounts = new Every(COUNT);
        private final Every forWindow = new Every(LOOK_AT_WINDOW);
        private final Optional<FoundWindow> window;
        private TasksLeft left = new TasksLeft(true, false);

        Look(SharedRun run, Participant participant, StopSignal stop, Progress progress) {
            this.run = run;
            this.participant = participant;
            this.stop = stop;
            this.progress = progress;
            this.window = scans.foundTogether(run.businessDate());
        }

        void untilEnd() throws InterruptedException {
            do {
                stop.check();
                lease.check();
                runs.trouble(run.token()).ifPresent(trouble -> {
                    throw trouble;
                });
                if (forBuckets.isTime()) {
                    schedule();
                }
                if (forWorkers.isTime() && members.live(CollectTask.KIND).isEmpty()) {
                    LOG.info("no worker is there; the run's own process works the buckets off");
                    participant.engine().start();
                }
                if (forWindow.isTime()) {
                    window.ifPresent(FoundWindow::look);
                }
                if (forCounts.isTime()) {
                    show();
                }
            } while (isStillOpen());
            show();
            writes.run(() -> runs.end(run.businessDate()));
        }

        /** Whether anything waits, after a pause. */
        private boolean isStillOpen() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(left.isAllInHand() ? LAST_LOOK_MILLIS : LOOK_MILLIS);
            left = tasks.left(CollectTask.KIND, Bucket.instances(run.businessDate()));
            return left.isAny() || isOpen(run.businessDate());
        }

        /** The buckets of both lanes by turns, so that no vendor waits until the other's are worked off. */
        private void schedule() {
            List<String> instances = Stream.concat(
                            open(Bucket.LaneName.SCANS, scans.queue()),
                            open(Bucket.LaneName.CAPTURES, captures.queue()))
                    .sorted(Comparator.comparingInt(Bucket::number))
                    .map(Bucket::instance)
                    .toList();
            tasks.scheduleAll(CollectTask.KIND, instances, participant.clock().instant());
        }

        private Stream<Bucket> open(Bucket.LaneName lane, ItemQueue<?> queue) {
            return queue.openBuckets(run.businessDate()).stream()
                    .map(number -> new Bucket(run.businessDate(), lane, number));
        }

        private void show() {
            Crew crew = Crew.of(members.all(), participant.name());
            progress.beside(crew.words(), crew.number());
            show(
                    Bucket.LaneName.SCANS,
                    scans.queue(),
                    window.map(FoundWindow::last).orElse(OptionalInt.empty()));
            show(Bucket.LaneName.CAPTURES, captures.queue(), OptionalInt.empty());
        }

        private void show(Bucket.LaneName lane, ItemQueue<?> queue, OptionalInt most) {
            Duration rest = Duration.between(participant.clock().instant(), run.deadline());
            progress.lane(new LaneFigures(
                    lane.word(),
                    new Tally(queue.count(run.businessDate(), true), queue.count(run.businessDate(), false)),
                    OptionalInt.empty(),
                    most,
                    OptionalLong.empty(),
                    rest.isNegative() ? Duration.ZERO : rest));
        }
    }
}
