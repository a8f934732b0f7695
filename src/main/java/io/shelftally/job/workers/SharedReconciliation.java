package io.shelftally.job.workers;

import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.engine.Members;
import io.shelftally.engine.TaskTable;
import io.shelftally.job.output.ResultTables;
import io.shelftally.night.run.Lease;
import io.shelftally.night.run.SessionName;
import io.shelftally.night.scans.ScanNights;
import io.shelftally.publication.tables.ExportVersion;
import io.shelftally.publication.tables.NightShares;
import io.shelftally.publication.tables.NightShares.Share;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The derivation of a night's scans where workers are there to take part. The run's own process cuts the night into shares, makes
 * them tasks and looks at what is written until all are done; it works itself where nobody else is there any more. At the end it
 * lets the database follow the breaks, which go over places and not over shares.
 */
@Component
public class SharedReconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(SharedReconciliation.class);

    /** A share of fewer is not worth a task. */
    private static final long LEAST_SCANS = 5;

    private static final long LOOK_MILLIS = 100;
    private static final Duration LOOK_FOR_WORKERS = Duration.ofSeconds(2);
    private static final Duration COUNT = Duration.ofSeconds(1);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    /** Shares that wait and have no task get one. */
    private static final Duration LOOK_FOR_SHARES = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final SessionName session;
    private final ResultTables results;
    private final ScanNights scans;
    private final SharedTasks shared;
    private final Lease lease;
    private final WorkerSettings settings;
    private final Members members;
    private final TaskTable tasks;
    private final StopSignal stop;
    private final Progress progress;

    SharedReconciliation(
            DataSource dataSource,
            SessionName session,
            ResultTables results,
            ScanNights scans,
            SharedTasks shared,
            Lease lease,
            WorkerSettings settings,
            StopSignal stop,
            Progress progress) {
        this.dataSource = dataSource;
        this.session = session;
        this.results = results;
        this.scans = scans;
        this.shared = shared;
        this.lease = lease;
        this.settings = settings;
        this.members = new Members(dataSource);
        this.tasks = new TaskTable(dataSource);
        this.stop = stop;
        this.progress = progress;
    }

    /** Whether somebody is there to share a night with. */
    public boolean isAskedFor() {
        return shared.arePossible() && isAnybodyThere();
    }

    /**
     * Returns when all that follows from the night's scans is in the tables of the export, and the pieces of its file are stored.
     *
     * @param exportId that was just begun
     */
    public void run(LocalDate businessDate, int exportId, long runId) throws InterruptedException {
        List<Share> shares = cut(businessDate, exportId, runId);
        tasks.removeAll(ShareTask.KIND); // of exports that are no more
        results.shares().begin(shares);
        try (Participant participant =
                new Participant(dataSource, session, shared, settings, night -> {}, refused -> false)) {
            LOG.info(
                    "{} processes share the scans, in {} parts",
                    members.live(ShareTask.KIND).size(),
                    shares.size());
            new Look(exportId, shares, participant).untilEnd();
            endTasks();
        }
        Optional<Integer> previous =
                results.versions().previousPublished(businessDate).map(ExportVersion::exportId);
        results.sharedBreaks().write(exportId, previous, businessDate);
    }

    /** Of equal numbers of scans, each of the next ones in the order of their ids. */
    private List<Share> cut(LocalDate businessDate, int exportId, long runId) {
        long count = scans.count(businessDate);
        long size = Math.max(LEAST_SCANS, (count + NightShares.MOST - 1) / NightShares.MOST);
        List<Share> shares = new ArrayList<>();
        long after = 0;
        for (long last : scans.everyFew(businessDate, size)) {
            shares.add(new Share(exportId, shares.size(), businessDate, runId, lease.token(), after, last, size));
            after = last;
        }
        long rest = count - shares.size() * size;
        if (rest > 0) {
            long last = scans.last(businessDate);
            shares.add(new Share(exportId, shares.size(), businessDate, runId, lease.token(), after, last, rest));
        }
        return shares;
    }

    /** They go by themselves but for those of a process that was lost when its last page was written. */
    private void endTasks() throws InterruptedException {
        long start = System.nanoTime();
        while (!tasks.instances(ShareTask.KIND).isEmpty() && System.nanoTime() - start < LONGEST_FAREWELL.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        tasks.removeAll(ShareTask.KIND);
    }

    private boolean isAnybodyThere() {
        return !members.live(ShareTask.KIND).isEmpty();
    }

    /** Looks after an export's shares. */
    private final class Look {

        private final int exportId;
        private final long total;
        private final Participant participant;
        private final Every forWorkers = new Every(LOOK_FOR_WORKERS);
        private final Every forShares = new Every(LOOK_FOR_SHARES);
        private final Every forCounts = new Every(COUNT);
        private boolean isAlone;

        Look(int exportId, List<Share> shares, Participant participant) {
            this.exportId = exportId;
            this.total = shares.stream().mapToLong(Share::scans).sum();
            this.participant = participant;
        }

        void untilEnd() throws InterruptedException {
            List<Share> open = results.shares().open(exportId);
            while (!open.isEmpty()) {
                stop.check();
                lease.check();
                results.shares().trouble(exportId).ifPresent(message -> {
                    throw new IllegalStateException(message);
                });
                if (forShares.isTime()) {
                    schedule(open);
                }
                if (!isAlone && forWorkers.isTime() && !isAnybodyThere()) {
                    isAlone = true;
                    LOG.info("no worker is there; the run's own process derives what is left");
                    participant.engine().start();
                }
                if (forCounts.isTime()) {
                    show();
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                open = results.shares().open(exportId);
            }
            show();
        }

        private void schedule(List<Share> open) {
            List<String> instances =
                    open.stream().map(share -> ShareName.of(share).instance()).toList();
            tasks.scheduleAll(ShareTask.KIND, instances, participant.clock().instant());
        }

        private void show() {
            Crew crew = Crew.of(members.all(), participant.name());
            progress.beside(crew.words(), crew.number());
            progress.items("scans", results.shares().scansDone(exportId), total);
        }
    }
}
