package io.shelftally.job.workers;

import io.shelftally.calls.collect.Slice;
import io.shelftally.engine.TaskRun;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/** How far a slice goes: a minute, so that who comes late gets work soon; less if the run or the process is to end. */
final class SliceBounds implements Slice {

    static final Duration LONGEST = Duration.ofSeconds(60);

    private final SharedRuns runs;
    private final SharedRun run;
    private final TaskRun task;
    private final Every look = new Every(Duration.ofSeconds(2));
    private final long start = System.nanoTime();
    private boolean hasEnded;

    SliceBounds(SharedRuns runs, SharedRun run, TaskRun task) {
        this.runs = runs;
        this.run = run;
        this.task = task;
    }

    @Override
    public boolean isOver() {
        return task.isStopping() || took().compareTo(LONGEST) >= 0 || hasEnded();
    }

    @Override
    public boolean isPart() {
        return true;
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Whether the run has ended; looked for from time to time. */
    private boolean hasEnded() {
        if (!hasEnded && look.isTime()) {
            try {
                hasEnded = !runs.atWork().equals(Optional.of(run));
            } catch (DataAccessException gone) {
                return false; // the fence sees to it that nothing is written
            }
        }
        return hasEnded;
    }
}
