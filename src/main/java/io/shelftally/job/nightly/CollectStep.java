package io.shelftally.job.nightly;

import io.shelftally.base.logging.LogField;
import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.collect.Pace;
import io.shelftally.calls.collect.PollSettings;
import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.Slice;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.collect.Troubles;
import io.shelftally.calls.collect.Watch;
import io.shelftally.job.workers.SharedCollection;
import io.shelftally.night.captures.CaptureCollection;
import io.shelftally.night.scans.KnownReports;
import io.shelftally.night.scans.ScanCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Collects from both vendors at the same time, under one waiting time; trouble with one stops the other. What is left when
 * workers come is shared with them.
 */
@Component
class CollectStep implements Tasklet {

    private final CaptureCollection captures;
    private final ScanCollection scans;
    private final PollSettings polls;
    private final RetrySettings retries;
    private final StopSignal stop;
    private final Progress progress;
    private final NightState state;
    private final SharedCollection shared;
    private final KnownReports reports;
    private final Clock clock;

    CollectStep(
            CaptureCollection captures,
            ScanCollection scans,
            PollSettings polls,
            RetrySettings retries,
            StopSignal stop,
            Progress progress,
            NightState state,
            SharedCollection shared,
            KnownReports reports,
            Clock clock) {
        this.captures = captures;
        this.scans = scans;
        this.polls = polls;
        this.retries = retries;
        this.stop = stop;
        this.progress = progress;
        this.state = state;
        this.shared = shared;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws Exception {
        NightOptions options = NightOptions.of(context);
        Instant deadline = clock.instant().plus(options.waiting());
        NightState.Met met = new NightState.Met(new Troubles(), new Troubles());
        state.met(met);
        if (shared.isAskedFor(options.businessDate())) {
            share(options, options.waiting(), true);
            return RepeatStatus.FINISHED;
        }
        reports.begin();
        Slice slice = shared.untilWorkersCome(options.businessDate());
        collect(options, deadline, slice, met);
        if (slice.isOver() && shared.isOpen(options.businessDate())) {
            Duration rest = Duration.between(clock.instant(), deadline);
            share(options, rest.isNegative() ? Duration.ZERO : rest, false);
        }
        return RepeatStatus.FINISHED;
    }

    private void share(NightOptions options, Duration waiting, boolean wakes) throws InterruptedException {
        long run = state.facts().run().orElse(0);
        shared.run(
                new SharedCollection.Asked(options.businessDate(), run, waiting, options.maxRetries(), wakes),
                stop,
                progress);
    }

    private void collect(NightOptions options, Instant deadline, Slice slice, NightState.Met met) throws Exception {
        StopSignal both = stop.inner();
        sideBySide(
                both,
                List.of(
                        () -> {
                            scans.run(options.businessDate(), watch(deadline, both, met.ofScans(), slice));
                            return null;
                        },
                        () -> {
                            captures.run(
                                    options.businessDate(),
                                    options.maxRetries(),
                                    watch(deadline, both, met.ofCaptures(), slice));
                            return null;
                        }));
    }

    /** One for each lane: the random source of a pace is for one thread. */
    private Watch watch(Instant deadline, StopSignal both, Troubles troubles, Slice slice) {
        return new Watch(new Pace(polls, retries, clock, deadline), both, progress, troubles, slice);
    }

    /** Runs the lanes until all have ended; throws the first failure, which stops the others. */
    private static void sideBySide(StopSignal stop, List<Callable<Void>> lanes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
        CompletionService<Void> running = new ExecutorCompletionService<>(threads);
        try {
            Map<String, String> logged = LogField.all();
            lanes.forEach(lane -> running.submit(() -> {
                LogField.take(logged);
                return lane.call();
            }));
            List<Exception> troubles = new ArrayList<>();
            for (int i = 0; i < lanes.size(); i++) {
                trouble(running).ifPresent(trouble -> {
                    stop.set();
                    troubles.add(trouble);
                });
            }
            throwFirst(troubles);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<Exception> trouble(CompletionService<Void> running) throws InterruptedException {
        try {
            running.take().get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() instanceof Exception cause ? cause : e);
        }
    }

    private static void throwFirst(List<Exception> troubles) throws Exception {
        if (!troubles.isEmpty()) {
            throw troubles.get(0);
        }
    }
}
