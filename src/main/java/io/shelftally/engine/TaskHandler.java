package io.shelftally.engine;

/** Does the work of a task, or a part of it. */
@FunctionalInterface
public interface TaskHandler {

    /**
     * Works in no transaction, on a thread of the engine; what it throws is logged, and the task is run again after a moment.
     *
     * @return when to go on; of a recurring task it is not looked at
     */
    Next run(TaskRun run) throws Exception;
}
