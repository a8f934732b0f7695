package io.shelftally.job.workers;

import io.shelftally.engine.TaskRun;
import io.shelftally.engine.TaskTable;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** What work on tasks is fenced by, in the job's database. */
@Component
class TaskFences {

    private final SharedRuns runs;
    private final TaskTable tasks;

    TaskFences(SharedRuns runs, DataSource dataSource) {
        this.runs = runs;
        this.tasks = new TaskTable(dataSource);
    }

    TaskRight right(long token, TaskRun task) {
        return new TaskRight(runs, tasks, token, task);
    }
}
