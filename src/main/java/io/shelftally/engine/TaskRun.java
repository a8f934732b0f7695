package io.shelftally.engine;

/** One run of a task, for its handler. */
public interface TaskRun {

    String instance();

    /** What the task was scheduled with; empty of a recurring one. */
    String data();

    Fence fence();

    /** How many runs of the task in a row did not come to their end before this one: they failed, or their process was lost. */
    int failures();

    /**
     * Whether nobody else can have been given the task yet: the last beat that came through is less than half as old as must be
     * for that. To be asked right before what cannot be taken back.
     */
    boolean isTrusted();

    /** Whether the task may have been given to another by now, since no beat has come through for so long: it is to be put down. */
    boolean isLost();

    /** Whether the process is to end, and the task to be put down. */
    boolean isStopping();
}
