package io.shelftally.operations.history;

import io.shelftally.console.Answer;
import io.shelftally.console.NotFoundException;
import io.shelftally.operations.history.RunWork.Calls;
import io.shelftally.operations.history.RunWork.Version;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/** Every start of the job, and what each of them did. Calls no vendor and changes nothing. */
@Component
public class Runs {

    /** Results of calls that met no trouble; a report may not be ready yet, and of two calls for one thing one is given up. */
    private static final Set<String> AS_ASKED = Set.of("ok", "not_ready", "hedged");

    private final RunTable table;
    private final RunWork work;

    Runs(RunTable table, RunWork work) {
        this.table = table;
        this.work = work;
    }

    /**
     * The latest starts, the newest first; none is an empty list.
     *
     * @param businessDate of every date if empty
     * @param number at most
     * @param meaning of an exit code
     */
    public Answer list(Optional<LocalDate> businessDate, int number, IntFunction<String> meaning) {
        return new RunList(
                "runs" + businessDate.map(date -> " of " + date).orElse(""),
                businessDate
                        .map(date -> table.latestOf(date, number, meaning))
                        .orElseGet(() -> table.latest(number, meaning)));
    }

    /** The latest of those that did not end with 0, the newest first; parameters as of {@link #list}. */
    public Answer failed(Optional<LocalDate> businessDate, int number, IntFunction<String> meaning) {
        return new RunList("failed runs", table.failed(businessDate, number, meaning));
    }

    /** Throws {@link NotFoundException} if there is no such run. */
    public Answer show(long run, IntFunction<String> meaning) {
        return account(table.find(run, meaning)
                .orElseThrow(() -> new NotFoundException("there is no run " + run
                        + table.nearest(run)
                                .map(nearest ->
                                        "; the nearest is " + nearest + ".\njobs/shelftally runs lists the latest.")
                                .orElse("; nothing has run yet"))));
    }

    /** Throws {@link NotFoundException} if nothing has run yet. */
    public Answer showLast(IntFunction<String> meaning) {
        return account(table.latest(1, meaning).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("nothing has run yet")));
    }

    private RunAccount account(PastRun run) {
        List<Calls> calls = work.calls(run.run());
        Optional<Version> published = work.published(run.run());
        return new RunAccount(
                run,
                run.jobExecutionId() == null ? List.of() : work.steps(run.jobExecutionId()),
                calls,
                new RunAccount.Quota(
                        calls.stream()
                                .filter(one -> one.vendor().equals("closient"))
                                .mapToLong(Calls::calls)
                                .sum(),
                        work.quotaLimit(run.run()),
                        work.quotaLeft(run.run())),
                work.window(run.run()),
                errors(calls),
                work.shared(run.run()),
                published.orElse(null),
                night(run.businessDate(), published.filter(Version::shown).isPresent()));
    }

    private RunAccount.Night night(LocalDate businessDate, boolean isShown) {
        return new RunAccount.Night(
                businessDate,
                work.scans(businessDate),
                work.captures(businessDate),
                isShown ? work.rows(businessDate) : Map.of());
    }

    private static List<RunAccount.Reason> errors(List<Calls> calls) {
        Map<String, RunAccount.Reason> errors = new LinkedHashMap<>();
        calls.stream()
                .filter(one -> !AS_ASKED.contains(one.result()))
                .map(one -> new RunAccount.Reason(one.vendor(), one.result(), one.calls()))
                .forEach(one -> errors.merge(
                        one.vendor() + " " + one.reason(),
                        one,
                        (a, b) -> new RunAccount.Reason(a.vendor(), a.reason(), a.calls() + b.calls())));
        return List.copyOf(errors.values());
    }
}
