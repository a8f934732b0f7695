package io.shelftally.calls.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.http.ThisCall;
import io.shelftally.calls.window.EndedCall;
import io.shelftally.calls.window.Window;
import io.shelftally.calls.window.WindowFigures;
import io.shelftally.night.run.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Real threads, held and let go by latches. */
@Timeout(60)
class ThreadWorkersTests {

    private static final HandClock CLOCK = new HandClock();
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> settled = new ArrayList<>();

    @Test
    void resultsComeInTheOrderOfCompletion() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (ThreadWorkers<String, ScriptedLane.Result> workers = workers(2, 0, id -> {
            if (id.equals("slow")) {
                slow.await();
            }
        })) {
            workers.submit(List.of("slow", "fast"));

            List<String> first = take(workers, 1);
            slow.countDown();
            List<String> second = take(workers, 1);

            assertThat(first).containsExactly("fast");
            assertThat(second).containsExactly("slow");
            assertThat(workers.isIdle()).isTrue();
        }
    }

    @Test
    void soManyCallsAreMadeAtOnceAsThereAreThreadsAndNotMore() throws Exception {
        int inFlight = 6;
        CyclicBarrier allThere = new CyclicBarrier(inFlight);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ThreadWorkers<String, ScriptedLane.Result> workers = workers(inFlight, 18, id -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            allThere.await();
            now.decrementAndGet();
        })) {
            workers.submit(ids(24));

            List<String> done = take(workers, 24);

            assertThat(done).containsExactlyInAnyOrderElementsOf(ids(24));
            assertThat(most.get()).isLessThanOrEqualTo(inFlight);
        }
    }

    @Test
    void theRoomIsWhatIsNeitherSubmittedNorHandedOver() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadWorkers<String, ScriptedLane.Result> workers = workers(2, 3, id -> go.await())) {
            assertThat(workers.room()).isEqualTo(5);

            workers.submit(ids(4));
            assertThat(workers.room()).isEqualTo(1);
            assertThat(workers.isIdle()).isFalse();

            go.countDown();
            take(workers, 4);
            assertThat(workers.room()).isEqualTo(5);
        }
    }

    @Test
    void callsOfManyItemsAreNotAllHandedOverAtOnce() throws Exception {
        CountDownLatch done = new CountDownLatch(4);
        try (ThreadWorkers<String, ScriptedLane.Result> workers = workers(4, 0, id -> done.countDown(), 300)) {
            workers.submit(ids(4));
            done.await();

            assertThat(workers.await(LONG)).hasSizeBetween(1, 2);
        }
    }

    @Test
    void callsThatNoThreadHasBegunAreTakenBack() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadWorkers<String, ScriptedLane.Result> workers = workers(1, 4, id -> {
            begun.countDown();
            go.await();
        })) {
            workers.submit(ids(3));
            begun.await();

            List<String> back = workers.takeBack();
            go.countDown();

            assertThat(back).containsExactly("1", "2");
            assertThat(take(workers, 1)).containsExactly("0");
            assertThat(workers.isIdle()).isTrue();
        }
    }

    @Test
    void waitingEndsWithoutAResultWhenTheTimeIsOver() throws Exception {
        try (ThreadWorkers<String, ScriptedLane.Result> workers = workers(1, 0, id -> {})) {
            assertThat(workers.await(Duration.ofMillis(1))).isEmpty();
        }
    }

    @Test
    void aFailureIsRethrownAfterTheOtherAnswersOfItsBatchAreSettled() throws Exception {
        IllegalStateException failure = new IllegalStateException("credentials refused");
        CountDownLatch made = new CountDownLatch(5);
        try (ThreadWorkers<String, ScriptedLane.Result> workers = workers(1, 4, id -> {
            made.countDown();
            if (id.equals("2")) {
                throw failure;
            }
        })) {
            workers.submit(ids(5));
            made.await();

            assertThatThrownBy(() -> takeAll(workers)).isSameAs(failure);
            assertThat(settled).contains("0", "1").doesNotContain("2");
        }
    }

    @Test
    void theNextCallIsMadeWhileTheAnswerOfAnotherIsRead() throws Exception {
        CountDownLatch made = new CountDownLatch(2);
        try (ThreadWorkers<String, ScriptedLane.Result> workers = workers(1, 1, reading(id -> made.countDown(), () -> {
            assertThat(made.await(20, TimeUnit.SECONDS)).isTrue();
            return ScriptedLane.settled();
        }))) {
            workers.submit(ids(2));

            assertThat(take(workers, 2)).containsExactlyInAnyOrder("0", "1");
        }
    }

    @Test
    void theFailureOfAReadingIsRethrown() throws Exception {
        IllegalStateException failure = new IllegalStateException("key refused");
        try (ThreadWorkers<String, ScriptedLane.Result> workers = workers(1, 0, reading(id -> {}, () -> {
            throw failure;
        }))) {
            workers.submit(ids(1));

            assertThatThrownBy(() -> takeAll(workers)).isSameAs(failure);
        }
    }

    @Test
    void anErrorIsRethrownAsItIs() throws Exception {
        try (ThreadWorkers<String, ScriptedLane.Result> workers = workers(1, 0, id -> {
            throw new StackOverflowError();
        })) {
            workers.submit(ids(1));

            assertThatThrownBy(() -> takeAll(workers)).isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void aLateCallIsMadeASecondTimeAndTheFirstIsInterruptedOnce() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger interrupted = new AtomicInteger();
        List<Boolean> flags = new ArrayList<>();
        try (ThreadWorkers<String, ScriptedLane.Result> workers = hedged(2, id -> {
            if (id.equals("0") && calls.incrementAndGet() == 1) {
                try {
                    new CountDownLatch(1).await();
                } finally {
                    interrupted.incrementAndGet();
                }
            }
            synchronized (flags) {
                flags.add(Thread.currentThread().isInterrupted());
            }
        })) {
            workers.submit(ids(1));
            List<Completed<String, ScriptedLane.Result>> first = completed(workers);
            workers.submit(ids(40).subList(1, 40));
            take(workers, 39);

            assertThat(first)
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.unused()).extracting(Unused::result).containsExactly("hedged"));
            assertThat(calls).hasValue(2);
            assertThat(interrupted).hasValue(1);
            assertThat(flags).hasSize(40).doesNotContain(true);
            assertThat(workers.isIdle()).isTrue();
        }
    }

    @Test
    void aSecondCallNeedsAPlaceInTheWindow() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (ThreadWorkers<String, ScriptedLane.Result> workers = hedged(1, id -> {
            calls.incrementAndGet();
            Thread.sleep(100);
        })) {
            workers.submit(ids(1));

            assertThat(take(workers, 1)).containsExactly("0");
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void aWindowThatGrowsIsFilledAtOnce() throws Exception {
        AtomicInteger inFlight = new AtomicInteger(1);
        CyclicBarrier allThere = new CyclicBarrier(3);
        try (ThreadWorkers<String, ScriptedLane.Result> workers = new ThreadWorkers<>(
                new WorkingLane(
                        id -> {
                            if (id.equals("0")) {
                                inFlight.set(3);
                            } else {
                                allThere.await();
                            }
                        },
                        1),
                changing(inFlight),
                Hedging.off())) {
            workers.submit(ids(4));

            assertThat(take(workers, 4)).containsExactlyInAnyOrderElementsOf(ids(4));
        }
    }

    @Test
    void aWindowThatShrinksEndsNoCallAndBeginsNone() throws Exception {
        AtomicInteger inFlight = new AtomicInteger(4);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger mostLater = new AtomicInteger();
        CyclicBarrier allThere = new CyclicBarrier(4);
        try (ThreadWorkers<String, ScriptedLane.Result> workers = new ThreadWorkers<>(
                new WorkingLane(
                        id -> {
                            int at = now.incrementAndGet();
                            if (Integer.parseInt(id) < 4) {
                                allThere.await();
                                inFlight.set(1);
                            } else {
                                mostLater.accumulateAndGet(at, Math::max);
                                Thread.sleep(2);
                            }
                            now.decrementAndGet();
                        },
                        1),
                changing(inFlight),
                Hedging.off())) {
            workers.submit(ids(20));

            assertThat(take(workers, 20)).hasSize(20);
            assertThat(mostLater.get()).isLessThanOrEqualTo(4);
            while (workers.inFlight() > 0) { // a place is given back after the answer
                Thread.sleep(1);
            }
        }
    }

    @Test
    void closingInterruptsTheCallsThatAreBeingMade() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        ThreadWorkers<String, ScriptedLane.Result> workers = workers(1, 0, id -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        });
        workers.submit(ids(1));
        begun.await();

        workers.close();

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void theThreadsAreVirtualWhereTheJdkHasThem() throws Exception {
        AtomicReference<Boolean> virtual = new AtomicReference<>(false);
        try (ThreadWorkers<String, ScriptedLane.Result> workers = workers(
                1,
                0,
                id -> virtual.set((Boolean) Thread.class.getMethod("isVirtual").invoke(Thread.currentThread())))) {
            workers.submit(ids(1));
            take(workers, 1);
        }

        assertThat(virtual.get()).isTrue();
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void elsewhereTheyAreNamedAndDoNotKeepTheProcessAlive() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (ThreadWorkers<String, ScriptedLane.Result> workers =
                workers(1, 0, id -> threads.add(Thread.currentThread()))) {
            workers.submit(ids(1));
            take(workers, 1);
        }

        assertThat(threads)
                .allMatch(Thread::isDaemon)
                .allMatch(thread -> thread.getName().startsWith("items-"));
    }

    private interface Work {
        void on(String id) throws Exception;
    }

    private ThreadWorkers<String, ScriptedLane.Result> workers(int inFlight, int ahead, Work work) {
        return workers(inFlight, ahead, work, 1);
    }

    private ThreadWorkers<String, ScriptedLane.Result> workers(int inFlight, int ahead, Work work, int items) {
        return workers(inFlight, ahead, new WorkingLane(work, items));
    }

    private ThreadWorkers<String, ScriptedLane.Result> workers(int inFlight, int ahead, WorkingLane lane) {
        return new ThreadWorkers<>(lane, Window.of(inFlight, ahead), Hedging.off());
    }

    /** Workers that have learned that a call takes 20 ms. */
    private ThreadWorkers<String, ScriptedLane.Result> hedged(int inFlight, Work work) {
        Hedging hedging = new Hedging(0.2);
        for (int i = 0; i < 100; i++) {
            hedging.began("item");
            hedging.ended("item", TimeUnit.MILLISECONDS.toNanos(20));
        }
        WorkingLane lane = new WorkingLane(work, 1) {
            @Override
            public Optional<String> repeatable(String call) {
                return Optional.of("item");
            }
        };
        return new ThreadWorkers<>(lane, Window.of(inFlight, 100), hedging);
    }

    private static Window changing(AtomicInteger inFlight) {
        return new Window() {
            @Override
            public int inFlight() {
                return inFlight.get();
            }

            @Override
            public int ahead() {
                return 100;
            }

            @Override
            public void ended(EndedCall call) {}

            @Override
            public WindowFigures figures() {
                return new WindowFigures(true, inFlight.get(), 1, 100);
            }
        };
    }

    private static List<Completed<String, ScriptedLane.Result>> completed(
            ThreadWorkers<String, ScriptedLane.Result> workers) throws InterruptedException {
        List<Completed<String, ScriptedLane.Result>> completed = List.of();
        while (completed.isEmpty()) {
            completed = workers.await(LONG);
        }
        return completed;
    }

    /** A lane whose answers take a test's work to be read. */
    private WorkingLane reading(Work work, Callable<ScriptedLane.Result> reading) {
        return new WorkingLane(work, 1) {
            @Override
            public Supplier<Result> perform(String call) throws InterruptedException {
                super.perform(call);
                return () -> {
                    try {
                        return reading.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };
            }
        };
    }

    private static List<String> take(ThreadWorkers<String, ScriptedLane.Result> workers, int number)
            throws InterruptedException {
        List<String> done = new ArrayList<>();
        while (done.size() < number) {
            workers.await(LONG).forEach(one -> done.add(one.call()));
        }
        return done;
    }

    private void takeAll(ThreadWorkers<String, ScriptedLane.Result> workers) throws InterruptedException {
        while (!workers.isIdle()) {
            workers.await(LONG).forEach(one -> settled.add(one.call()));
        }
    }

    private static List<String> ids(int number) {
        return IntStream.range(0, number).mapToObj(Integer::toString).toList();
    }

    /** A lane whose calls do a test's work. */
    private class WorkingLane extends ScriptedLane {

        private final Work work;
        private final int items;

        WorkingLane(Work work, int items) {
            super(CLOCK, CollectionEngineTests.pace(CLOCK, Duration.ZERO), (item, nth) -> settled(), Stream.empty());
            this.work = work;
            this.items = items;
        }

        @Override
        public int items(String call) {
            return items;
        }

        @Override
        public Supplier<Result> perform(String call) throws InterruptedException {
            assertThat(ThisCall.maySend()).isTrue();
            try {
                work.on(call);
            } catch (InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return ScriptedLane::settled;
        }

        @Override
        public void settle(List<Completed<String, Result>> completed) {
            completed.forEach(one -> ThreadWorkersTests.this.settled.add(one.call()));
        }
    }
}
