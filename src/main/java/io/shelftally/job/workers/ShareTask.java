package io.shelftally.job.workers;

import io.shelftally.engine.Next;
import io.shelftally.engine.TaskRun;
import io.shelftally.night.run.Lease;
import io.shelftally.night.run.LeaseLostException;
import io.shelftally.publication.tables.NightShares;
import io.shelftally.publication.tables.NightShares.Share;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Derives one share of a night's scans, for the run that asks for it:
 *
 * <ol>
 *   <li>a share that is gone, or whose run is, is nothing to do, and its task goes;
 *   <li>the share is worked on page by page from where it stands, each page in one transaction under a {@link TaskRight};
 *   <li>it is put down when the process is to end, and can be taken up by any other;
 *   <li>what fails again and again is told to the run, which fails.
 * </ol>
 */
@Component
class ShareTask {

    /** The kind of its tasks; as members show it, too. */
    static final String KIND = "reconcile";

    private final SharePages pages;
    private final NightShares shares;
    private final Lease lease;
    private final SharedRuns runs;
    private final TaskFences fences;

    ShareTask(SharePages pages, Lease lease, SharedRuns runs, TaskFences fences) {
        this.pages = pages;
        this.shares = pages.shares();
        this.lease = lease;
        this.runs = runs;
        this.fences = fences;
    }

    /** @param taker is told what is done */
    Next run(TaskRun task, Taker taker) throws Exception {
        ShareName name = ShareName.of(task.instance());
        Optional<Share> share =
                shares.find(name.exportId(), name.number()).filter(found -> runs.isAtWork(found.token()));
        if (share.isEmpty()) {
            return Next.done();
        }
        taker.began(name.businessDate(), share.get().token());
        try {
            TaskRight right = fences.right(share.get().token(), task);
            return lease.under(right, () -> derive(share.get(), task, taker));
        } catch (LeaseLostException e) {
            throw e;
        } catch (Exception e) {
            if (task.failures() >= CollectTask.MOST_FAILURES) {
                shares.fail(
                        share.get(),
                        "deriving " + task.instance() + " failed " + (task.failures() + 1) + " times: "
                                + e.getMessage());
            }
            throw e;
        }
    }

    private Next derive(Share share, TaskRun task, Taker taker) {
        long start = System.nanoTime();
        SharePages.Work work = pages.of(share);
        long derived = 0;
        int more = 1;
        while (more > 0 && !task.isStopping()) {
            more = work.writeNext();
            derived += more;
            taker.did(more);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        runs.worked(new RunSlice(share.businessDate(), share.runId(), taker.name(), taker.host(), took, 0, 0, derived));
        return more > 0 ? Next.at(taker.clock().instant()) : Next.done();
    }
}
