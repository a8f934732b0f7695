package io.shelftally.calls.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.OnPostgresql;
import io.shelftally.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;

/** Processes that call a vendor at the same time; the vendor counts. */
@OnPostgresql
@Timeout(120)
class SharedWindowsOnPostgresqlIT {

    private static final String VENDOR = "closient";
    private static final Duration CALL = Duration.ofMillis(20);

    private TestDatabase database;
    private ExecutorService threads;
    private final AtomicInteger atTheVendor = new AtomicInteger();
    private final AtomicInteger mostAtTheVendor = new AtomicInteger();
    private final List<Caller> processes = new ArrayList<>();

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        threads = Executors.newCachedThreadPool();
    }

    @AfterEach
    void close() throws Exception {
        processes.forEach(Caller::end);
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        database.close();
    }

    @Test
    void theBoundIsOneForAllProcessesWhoeverComesAndGoes() {
        Caller first = start(32);
        await(() -> first.calls.get() > 200);
        assertThat(mostAtTheVendor.get()).as("alone").isEqualTo(32);

        Caller second = start(32);
        Caller third = start(32);
        await(() -> first.window().inFlight() == 11
                && second.window().inFlight() == 11
                && third.window().inFlight() == 10);
        int before = third.calls.get();
        await(() -> third.calls.get() > before + 50);

        second.end();
        third.end();
        await(() -> first.window().inFlight() == 32);

        assertThat(mostAtTheVendor.get()).as("at any time").isEqualTo(32);
    }

    @Test
    void whatADeadProcessHadIsDividedOnceItIsSilentForLong() {
        Caller first = start(8);
        Caller second = start(8);
        await(() -> first.window().inFlight() == 4 && second.window().inFlight() == 4);

        new JdbcTemplate(database.dataSource()).update("""
                INSERT INTO call_share VALUES (?, 'dead', '2026-11-01 00:00:00Z', clock_timestamp() - INTERVAL '10 seconds', 4, 8, 0)
                """, VENDOR);
        await(() -> first.window().inFlight() < 4);

        await(() -> first.window().inFlight() == 4 && second.window().inFlight() == 4);
        assertThat(mostAtTheVendor.get()).isLessThanOrEqualTo(8);
    }

    @Test
    void aBoundOfOneGoesRound() {
        Caller first = start(1);
        Caller second = start(1);

        await(() -> first.calls.get() > 0 && second.calls.get() > 0);

        assertThat(mostAtTheVendor.get()).isEqualTo(1);
    }

    /** Each call takes as long as the calls before it in the line of a vendor that works on few at once. */
    @Test
    void theEldestFindsTheWindowForAll() {
        Caller first = new Caller(InFlight.AUTO.window());
        processes.add(first);
        Caller second = new Caller(InFlight.AUTO.window());
        processes.add(second);

        await(() -> second.window().inFlight() > 0);

        assertThat(first.window().inFlight() + second.window().inFlight()).isEqualTo(AutoWindow.FIRST);
        assertThat(second.window().figures().last()).isEqualTo(AutoWindow.FIRST);

        long now = System.nanoTime();
        second.window().ended(new EndedCall("report", now, now, true, true));

        await(() -> second.window().figures().last() < AutoWindow.FIRST);
        assertThat(first.window().figures().last()).isLessThan(AutoWindow.FIRST);
    }

    @Test
    void theNextEldestGoesOnFromWhatWasFound() {
        Caller first = caller();
        Caller second = caller();
        await(() -> second.window().inFlight() > 0);
        long now = System.nanoTime();
        first.window().ended(new EndedCall("report", now, now, true, true));
        int found = first.window().figures().last();
        await(() -> second.window().figures().last() == found);

        first.end();
        await(() -> second.window().inFlight() == found);
        Caller third = caller();
        await(() -> third.window().inFlight() > 0);
        assertThat(third.window().figures().last()).isEqualTo(found);
        second.end();
        await(() -> third.window().inFlight() == found);

        assertThat(found).isLessThan(AutoWindow.FIRST);
        assertThat(third.windows.found(VENDOR)).hasValue(found);
        assertThat(third.window().figures()).isEqualTo(new WindowFigures(true, found, found, found));
    }

    private Caller caller() {
        Caller process = new Caller(InFlight.AUTO.window());
        processes.add(process);
        return process;
    }

    /** As a worker does that has no slice for some time. */
    @Test
    void whoCallsNoMoreLeavesItsShareAndGetsOneAgain() {
        Caller first = start(8);
        Caller second = start(8);
        await(() -> first.window().inFlight() == 4 && second.window().inFlight() == 4);

        second.rest();
        await(() -> first.window().inFlight() == 8);
        assertThat(second.window().inFlight()).isZero();

        try (Places.Part again = second.window().places().part()) {
            assertThat(again).isNotNull();
            await(() -> first.window().inFlight() == 4 && second.window().inFlight() == 4);
        }
        assertThat(mostAtTheVendor.get()).isEqualTo(8);
    }

    private Caller start(int inFlight) {
        Caller process = new Caller(Window.of(inFlight));
        processes.add(process);
        for (int i = 0; i < inFlight; i++) {
            threads.execute(process::callAgainAndAgain);
        }
        return process;
    }

    private static void await(BooleanSupplier what) {
        while (!what.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private final class Caller {

        private final SharedWindows windows = new SharedWindows(database.dataSource());
        private final Window window;
        private final Places.Part places;
        private final AtomicInteger calls = new AtomicInteger();
        private volatile boolean hasEnded;

        Caller(Window all) {
            window = windows.of(VENDOR, all);
            places = window.places().part();
        }

        Window window() {
            return window;
        }

        void rest() {
            hasEnded = true;
            await(() -> places.taken() == 0);
            places.close();
        }

        void end() {
            rest();
            windows.close();
        }

        private void callAgainAndAgain() {
            while (!hasEnded) {
                if (places.take()) {
                    call();
                    places.giveBack();
                } else {
                    LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
                }
            }
        }

        private void call() {
            mostAtTheVendor.accumulateAndGet(atTheVendor.incrementAndGet(), Math::max);
            LockSupport.parkNanos(CALL.toNanos());
            atTheVendor.decrementAndGet();
            calls.incrementAndGet();
        }
    }
}
