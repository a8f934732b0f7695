package io.shelftally.engine;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import java.util.Objects;

/** A run of a task as db-scheduler knows it. */
record RunOfTask(ExecutionContext context, DatabaseClock clock) implements TaskRun {

    /** As a share of the silence after which the task is given to another. */
    private static final double TRUSTED = 0.5;

    @Override
    public String instance() {
        return execution().getId();
    }

    @Override
    public String data() {
        return Objects.toString(execution().taskInstance.getData(), "");
    }

    @Override
    public Fence fence() {
        return new Fence(execution().getTaskName(), instance(), execution().version);
    }

    @Override
    public int failures() {
        return execution().consecutiveFailures;
    }

    @Override
    public boolean isTrusted() {
        return fractionDead() <= TRUSTED && !clock.isInDoubt();
    }

    /** Also of a run that has ended, whose beats have ended with it. */
    @Override
    public boolean isLost() {
        return fractionDead() >= 1;
    }

    @Override
    public boolean isStopping() {
        return context.getSchedulerState().isShuttingDown();
    }

    private double fractionDead() {
        return context.getCurrentlyExecuting().getHeartbeatState().getFractionDead();
    }

    private Execution execution() {
        return context.getExecution();
    }
}
