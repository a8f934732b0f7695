package io.shelftally.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time and what happens in it. Code that waits acts on a thread of its own, but only one thread moves at a time and
 * hands on its turn, so that a course of events is a function of its seed.
 */
public final class Stage implements AutoCloseable {

    /** What an actor does; it may throw what ends it. */
    public interface Script {
        void play(Actor self) throws Exception;
    }

    /** Ends an actor as a power cut would; nothing catches it. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private record Event(long nanos, long number, Runnable action) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::nanos).thenComparingLong(Event::number));
    private final List<Actor> actors = new ArrayList<>();
    private @Nullable Actor moving;
    private long numbered;
    private long nanos;

    public long nanos() {
        return nanos;
    }

    public void after(Duration wait, Runnable action) {
        events.add(new Event(nanos + Math.max(0, wait.toNanos()), numbered++, action));
    }

    /** Lets things happen until nothing is left to happen, or for so long at the most; false if it took longer. */
    public boolean run(Duration atMost) {
        long end = nanos + atMost.toNanos();
        while (!events.isEmpty()) {
            if (events.element().nanos() > end) {
                return false;
            }
            Event event = events.remove();
            nanos = event.nanos();
            event.action().run();
        }
        return true;
    }

    /** Starts an actor now. */
    public Actor act(String name, Script script, Consumer<@Nullable Throwable> ended) {
        Actor actor = new Actor();
        actors.add(actor);
        Thread thread = new Thread(() -> actor.live(script, ended), name);
        thread.setDaemon(true);
        thread.start();
        after(Duration.ZERO, actor::move);
        return actor;
    }

    /** The actor whose turn it is; null between turns. */
    @Nullable
    Actor moving() {
        return moving;
    }

    @Override
    public void close() {
        List.copyOf(actors).forEach(Actor::kill);
    }

    /** A thread that waits for its turns. */
    public final class Actor {

        private final Semaphore turn = new Semaphore(0);
        private final Semaphore back = new Semaphore(0);
        private boolean ended;
        private boolean killed;
        private boolean mayBeWoken;
        private long waits;

        /** Waits, at most so long, until it is woken. */
        public void await(Duration atMost) {
            wait(atMost, true);
        }

        /** Does nothing for so long. */
        void pause(Duration time) {
            wait(time, false);
        }

        /** Wakes it, if it awaits something. */
        public void wake() {
            if (mayBeWoken) {
                after(Duration.ZERO, moveUnlessMoved());
            }
        }

        /** Ends it where it stands. */
        void kill() {
            killed = true;
            if (moving != this) {
                move();
            }
        }

        private void wait(Duration time, boolean untilWoken) {
            waits++;
            mayBeWoken = untilWoken;
            after(time, moveUnlessMoved());
            back.release();
            turn.acquireUninterruptibly();
            waits++;
            mayBeWoken = false;
            dieIfKilled();
        }

        private Runnable moveUnlessMoved() {
            long now = waits;
            return () -> {
                if (now == waits) {
                    move();
                }
            };
        }

        private void move() {
            if (!ended) {
                Actor before = moving;
                moving = this;
                turn.release();
                back.acquireUninterruptibly();
                moving = before;
            }
        }

        private void dieIfKilled() {
            if (killed) {
                throw new Killed();
            }
        }

        private void live(Script script, Consumer<@Nullable Throwable> whenEnded) {
            turn.acquireUninterruptibly();
            Throwable trouble = null;
            try {
                dieIfKilled();
                script.play(this);
            } catch (Throwable e) {
                trouble = e;
            }
            ended = true;
            actors.remove(this);
            after(Duration.ZERO, ending(trouble, whenEnded));
            back.release();
        }

        private static Runnable ending(@Nullable Throwable trouble, Consumer<@Nullable Throwable> whenEnded) {
            return () -> whenEnded.accept(trouble);
        }
    }
}
