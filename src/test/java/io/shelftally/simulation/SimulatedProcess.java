package io.shelftally.simulation;

import io.shelftally.calls.collect.StopSignal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** A process of the job: it has clocks and threads, stalls at times, and can die at any moment or around any commit. */
public final class SimulatedProcess {

    private static final int MOST_STALL_MILLIS = 8_000;

    private final StopSignal stop = new StopSignal();
    private final List<Stage.Actor> actors = new ArrayList<>();
    private final List<Runnable> whenDead = new ArrayList<>();
    private final Stage stage;
    private final Random random;
    private final WallClock wall;
    private final Clock clock;
    private final long bootNanos;
    private double stalls;
    private int transactionsLeft = Integer.MAX_VALUE;
    private int stalled;
    private boolean dead;

    SimulatedProcess(Stage stage, WallClock wall, Random random) {
        this.stage = stage;
        this.random = random;
        this.wall = wall;
        this.clock = wall.steady();
        this.bootNanos = random.nextLong() >> 2;
    }

    /** The clock that the process works by. */
    public Clock clock() {
        return clock;
    }

    /** The clock of its host. */
    public Clock wall() {
        return wall;
    }

    public LongSupplier nanoTime() {
        return () -> stage.nanos() + bootNanos;
    }

    public StopSignal stop() {
        return stop;
    }

    public Random random() {
        return random;
    }

    public Stage stage() {
        return stage;
    }

    /** Does what only a living process can. */
    public void ifAlive(Runnable action) {
        if (!dead) {
            action.run();
        }
    }

    public boolean isAlive() {
        return !dead;
    }

    boolean isStalled() {
        return stalled > 0;
    }

    /** Makes it stall for some seconds at this share of its transactions. */
    void stallAt(double share) {
        stalls = share;
    }

    /** Makes it die before, within or after its transaction of that number. */
    void dieAtTransaction(int number) {
        transactionsLeft = number;
    }

    void start(String name, Stage.Script script, Consumer<@Nullable Throwable> ended) {
        actors.add(stage.act(name, script, ended));
    }

    /** Tells of its end, whatever ends it. */
    public void whenDead(Runnable told) {
        whenDead.add(told);
    }

    /** Ends it: what is on its way arrives, what it knew is gone. */
    void die() {
        if (!dead) {
            dead = true;
            actors.forEach(Stage.Actor::kill);
            whenDead.forEach(Runnable::run);
        }
    }

    /** The database as this process uses it. */
    public PlatformTransactionManager transactions(PlatformTransactionManager database) {
        return new PlatformTransactionManager() {
            @Override
            public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
                boolean isLast = stage.moving() != null && --transactionsLeft == 0;
                stall();
                dieIf(isLast && random.nextInt(3) == 0);
                return database.getTransaction(definition);
            }

            @Override
            public void commit(TransactionStatus status) {
                boolean isLast = stage.moving() != null && transactionsLeft == 0;
                if (isLast && random.nextBoolean()) {
                    database.rollback(status);
                    dieIf(true);
                }
                database.commit(status);
                dieIf(isLast);
                stall();
            }

            @Override
            public void rollback(TransactionStatus status) {
                database.rollback(status);
            }
        };
    }

    private void stall() {
        Stage.Actor actor = stage.moving();
        if (actor != null && stalls > 0 && random.nextDouble() < stalls) {
            stalled++;
            actor.pause(Duration.ofMillis(random.nextInt(MOST_STALL_MILLIS)));
            stalled--;
        }
    }

    private void dieIf(boolean isLast) {
        if (isLast) {
            die();
            throw new Stage.Killed();
        }
    }
}
