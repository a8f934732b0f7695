package io.shelftally.engine;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kinds of tasks in the words of db-scheduler. */
final class KnownTasks {

    private static final Logger LOG = LoggerFactory.getLogger(KnownTasks.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final DatabaseClock clock;
    private final StuckSessions sessions;

    KnownTasks(DatabaseClock clock, StuckSessions sessions) {
        this.clock = clock;
        this.sessions = sessions;
    }

    List<RecurringTask<Void>> recurring(List<TaskKind> kinds) {
        return kinds.stream()
                .filter(kind -> kind.recurrence().isPresent())
                .map(this::recurring)
                .toList();
    }

    List<Task<?>> others(List<TaskKind> kinds) {
        return kinds.stream()
                .filter(kind -> kind.recurrence().isEmpty())
                .<Task<?>>map(this::task)
                .toList();
    }

    private RecurringTask<Void> recurring(TaskKind kind) {
        return Tasks.recurring(kind.name(), kind.recurrence().orElseThrow().schedule())
                .onDeadExecution(this::revive)
                .execute((instance, context) -> {
                    run(kind, context);
                });
    }

    private Task<String> task(TaskKind kind) {
        return Tasks.custom(kind.name(), String.class)
                .onDeadExecution(this::revive)
                .onFailure(pausing())
                .execute((instance, context) -> completion(run(kind, context)));
    }

    private Next run(TaskKind kind, ExecutionContext context) {
        try {
            return kind.handler().run(new RunOfTask(context, clock));
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            // not set again: the task is still to be given back, for which the database is asked
            throw new IllegalStateException("the process is to end", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletionHandler<String> completion(Next next) {
        return (complete, operations) -> ifStillOurs(
                complete,
                () -> next.at().ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove));
    }

    private static FailureHandler<String> pausing() {
        return (complete, operations) -> {
            Duration pause = pause(complete.getExecution().consecutiveFailures);
            LOG.warn(
                    "the task {} failed, and is tried again in {} s: {}",
                    complete.getExecution().getId(),
                    pause.toSeconds(),
                    complete.getCause().map(Throwable::getMessage).orElse("no reason is known"));
            ifStillOurs(
                    complete,
                    () -> operations.reschedule(complete, complete.getTimeDone().plus(pause)));
        };
    }

    static Duration pause(int failuresBefore) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresBefore, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private <T> void revive(ExecutionComplete complete, ExecutionOperations<T> operations) {
        LOG.warn(
                "{} was silent; its task {} is given to another",
                complete.getExecution().pickedBy,
                complete.getExecution().getId());
        sessions.endThoseOf(complete.getExecution().pickedBy);
        ifStillOurs(complete, () -> operations.reschedule(complete, DueTasks.LOST));
    }

    /** Another process may have seen to it meanwhile. */
    private static void ifStillOurs(ExecutionComplete complete, Runnable change) {
        try {
            change.run();
        } catch (ExecutionException changed) {
            LOG.info("the task {} is another's by now", complete.getExecution().getId());
        }
    }
}
