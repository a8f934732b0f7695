package io.shelftally.base.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTests {

    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void resultsComeInOrderHoweverLongEachTakes() {
        List<Integer> taken = new ArrayList<>();
        List<Thread> takers = new ArrayList<>();

        try (SideBySide threads = new SideBySide("test", 4)) {
            threads.each(
                    HUNDRED,
                    number -> {
                        LockSupport.parkNanos(number % 7 * 300_000L);
                        return number * 2;
                    },
                    result -> {
                        taken.add(result);
                        takers.add(Thread.currentThread());
                    });
        }

        assertThat(taken).isEqualTo(HUNDRED.stream().map(number -> number * 2).toList());
        assertThat(takers).containsOnly(Thread.currentThread());
    }

    @Test
    void severalAreWorkedOnAtOnce() {
        CountDownLatch begun = new CountDownLatch(3);

        try (SideBySide threads = new SideBySide("test", 3)) {
            threads.each(
                    List.of(1, 2, 3),
                    number -> {
                        begun.countDown();
                        return await(begun);
                    },
                    together -> assertThat(together).isTrue());
        }
    }

    @Test
    void onlyAFewAreAheadOfTheTaker() {
        AtomicInteger begun = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();

        try (SideBySide threads = new SideBySide("test", 2)) {
            threads.each(HUNDRED, number -> begun.incrementAndGet(), result -> ahead.add(begun.get() - ahead.size()));
        }

        assertThat(ahead).allSatisfy(number -> assertThat(number).isBetween(1, 4));
    }

    @Test
    void whatAThreadThrowsIsThrownAndTheRestComesToItsEnd() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        List<Integer> taken = new ArrayList<>();

        assertThatThrownBy(() -> {
                    try (SideBySide threads = new SideBySide("test", 2)) {
                        threads.each(
                                HUNDRED,
                                number -> {
                                    begun.incrementAndGet();
                                    try {
                                        return worked(number);
                                    } finally {
                                        ended.incrementAndGet();
                                    }
                                },
                                taken::add);
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the tenth");

        assertThat(taken).isEqualTo(HUNDRED.subList(0, 10));
        assertThat(ended).hasValue(begun.get());
    }

    private static int worked(int number) {
        if (number == 10) {
            throw new IllegalArgumentException("the tenth");
        }
        LockSupport.parkNanos(1_000_000);
        return number;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
