package io.shelftally.job.workers;

import io.shelftally.engine.TaskRun;
import io.shelftally.engine.TaskTable;
import io.shelftally.night.run.LeaseLostException;
import io.shelftally.night.run.WorkRight;
import java.util.concurrent.TimeUnit;

/** The right to work on a task for a run: as long as the run has its lease, and this process the task. */
record TaskRight(SharedRuns runs, TaskTable tasks, long token, TaskRun task) implements WorkRight {

    private static final long LOOK_MILLIS = 50;

    @Override
    public void check() {
        runs.require(token);
    }

    /** The run's row goes first, in all processes, so that none waits for another in a circle. */
    @Override
    public void fence() {
        runs.lock(token);
        if (!tasks.lockIfHeld(task.fence())) {
            throw lost();
        }
    }

    @Override
    public void awaitTrust() throws InterruptedException {
        while (!task.isTrusted()) {
            if (task.isLost()) {
                throw lost();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private LeaseLostException lost() {
        return new LeaseLostException("the task " + task.instance() + " was given to another process");
    }
}
