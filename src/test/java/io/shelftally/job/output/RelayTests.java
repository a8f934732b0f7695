package io.shelftally.job.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayTests {

    private static final int MOST_AHEAD = 1000;
    private static final int HALF = MOST_AHEAD / 2;

    @Test
    void rowsAreConsumedInOrderOnOneThread() {
        List<Integer> consumed = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try (Relay<Integer> relay = new Relay<>("test", MOST_AHEAD, rows -> {
            consumed.addAll(rows);
            threads.add(Thread.currentThread());
        })) {
            for (int i = 0; i < 1000; i += 2) {
                relay.send(List.of(i, i + 1));
                relay.send(List.of());
            }
            relay.finish();
        }

        assertThat(consumed).isEqualTo(IntStream.range(0, 1000).boxed().toList());
        assertThat(threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void rowsAreHeldUpOnlyOnceManyAreAhead() throws Exception {
        CountDownLatch mayConsume = new CountDownLatch(1);
        AtomicInteger sent = new AtomicInteger();
        try (Relay<Integer> relay = new Relay<>("test", MOST_AHEAD, rows -> await(mayConsume))) {
            Thread sender = new Thread(() -> {
                for (int i = 0; i < 3; i++) {
                    relay.send(Collections.nCopies(HALF, i));
                    sent.incrementAndGet();
                }
            });
            sender.start();
            sender.join(500);
            assertThat(sent).hasValue(2);

            mayConsume.countDown();
            sender.join(10_000);
            relay.finish();
            assertThat(sent).hasValue(3);
        }
    }

    @Test
    void moreRowsAtOnceThanThereIsRoomForAreTakenAlone() {
        AtomicInteger consumed = new AtomicInteger();
        try (Relay<Integer> relay = new Relay<>("test", MOST_AHEAD, rows -> consumed.addAndGet(rows.size()))) {
            relay.send(List.of(1));
            relay.send(Collections.nCopies(3 * MOST_AHEAD, 2));
            relay.send(List.of(3));
            relay.finish();
        }

        assertThat(consumed).hasValue(3 * MOST_AHEAD + 2);
    }

    @Test
    void whatTheConsumerThrowsIsThrownToWhoeverSendsOrFinishes() {
        try (Relay<Integer> relay = new Relay<>("test", MOST_AHEAD, rows -> {
            throw new IllegalStateException("the disk is full");
        })) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10; i++) {
                            relay.send(Collections.nCopies(HALF, i));
                        }
                    })
                    .hasMessage("the disk is full");
            assertThatThrownBy(relay::finish).hasMessage("the disk is full");
        }
    }

    @Test
    void whatIsInHandAtTheCloseComesToItsEndAndTheRestDoesNot() throws Exception {
        List<Integer> consumed = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean wasInterrupted = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Relay<Integer> relay = new Relay<>("test", MOST_AHEAD, rows -> {
            begun.countDown();
            await(mayEnd);
            wasInterrupted.set(Thread.currentThread().isInterrupted());
            consumed.addAll(rows);
        });
        relay.send(List.of(1));
        relay.send(List.of(2));
        await(begun);
        Thread closer = new Thread(relay::close);
        closer.start();
        closer.join(200);
        assertThat(closer.isAlive()).isTrue();

        mayEnd.countDown();
        closer.join(10_000);

        assertThat(consumed).containsExactly(1);
        assertThat(wasInterrupted).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
