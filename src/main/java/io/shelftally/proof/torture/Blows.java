package io.shelftally.proof.torture;

import io.shelftally.base.clock.HostClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Deals one of each fault to the processes of a night, all at about the same time; what has to be undone is undone later. */
final class Blows {

    /** Longer than it takes until a silent process counts as dead, which is 8 s at most. */
    private static final Duration LEAST_AWAY = Duration.ofSeconds(13);

    private static final Duration MOST_AWAY = Duration.ofSeconds(18);
    private static final Duration MOST_WITHOUT_MANAGER = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(100);

    /**
     * A worker that was lost.
     *
     * @param at shortly before
     */
    record Lost(long pid, WorkerFault fault, Instant at) {}

    private interface Act {
        void run() throws InterruptedException;
    }

    private record Move(Duration after, Act act) {}

    private final Participants participants;
    private final Duration within;
    private final SplittableRandom random;
    private final List<Move> moves = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();
    private final List<WorkerFault> dealt = new ArrayList<>();
    private Participant manager;

    /**
     * Of a night.
     *
     * @param manager who is at work
     * @param within the faults come so soon
     */
    Blows(Participants participants, Participant manager, Duration within, SplittableRandom random) {
        this.participants = participants;
        this.manager = manager;
        this.within = within;
        this.random = random;
    }

    /** Deals them; returns when all is undone, or the night has ended. */
    void deal() throws InterruptedException {
        plan();
        long start = System.nanoTime();
        while (!moves.isEmpty() && !hasEnded()) {
            Move next = moves.get(0);
            if (System.nanoTime() - start < next.after().toNanos()) {
                Thread.sleep(10);
            } else {
                moves.remove(0).act().run();
            }
        }
        undo();
    }

    /** The one that is at work now. */
    Participant manager() {
        return manager;
    }

    List<WorkerFault> dealt() {
        return dealt;
    }

    List<Lost> lost() {
        return lost;
    }

    private void plan() {
        List<Participant> workers = participants.workers();
        at(soon(), () -> kill(workers.get(0)));
        Duration stopped = soon();
        at(stopped, () -> pause(workers.get(1)));
        at(stopped.plus(away()), () -> workers.get(1).job().signal("CONT"));
        Duration joined = soon();
        at(joined, this::join);
        Duration cut = workers.size() > 2 ? soon() : joined;
        at(cut, () -> cutOnceThere(cut));
        Duration managerless = soon();
        at(managerless, this::killManager);
        at(managerless.plus(upTo(MOST_WITHOUT_MANAGER)), () -> manager = participants.startManager());
        moves.sort(Comparator.comparing(Move::after));
    }

    private void kill(Participant worker) throws InterruptedException {
        lose(worker, WorkerFault.KILL);
        worker.job().kill();
    }

    private void pause(Participant worker) throws InterruptedException {
        lose(worker, WorkerFault.PAUSE);
        worker.job().signal("STOP");
    }

    /** One that has just come is still starting for a while, and without a database would end then, as it should. */
    private void cutOnceThere(Duration now) {
        Optional<Participant> worker = participants.workers().stream()
                .skip(2)
                .findFirst()
                .filter(third -> third.job().said().contains("waits for a run"));
        if (worker.isPresent()) {
            cut(worker.get());
            at(now.plus(away()), () -> worker.get().database().mend());
        } else {
            Duration later = now.plus(LOOK);
            at(later, () -> cutOnceThere(later));
        }
        moves.sort(Comparator.comparing(Move::after));
    }

    private void cut(Participant worker) {
        lose(worker, WorkerFault.CUT);
        if (random.nextBoolean()) {
            worker.database().silence();
        } else {
            worker.database().refuse();
        }
    }

    private void join() {
        participants.startWorker();
        dealt.add(WorkerFault.JOIN);
    }

    private void killManager() throws InterruptedException {
        if (manager.job().kill()) {
            dealt.add(WorkerFault.MANAGER);
        }
    }

    private void lose(Participant worker, WorkerFault fault) {
        lost.add(new Lost(worker.job().pid(), fault, HostClock.system().instant()));
        dealt.add(fault);
    }

    /** Killed counts as ended only if nobody is to start it again. */
    private boolean hasEnded() {
        return !manager.job().isAlive() && !manager.job().isKilled();
    }

    private void undo() throws InterruptedException {
        for (Participant participant : participants.all()) {
            participant.database().mend();
            if (participant.job().isAlive()) {
                participant.job().signal("CONT");
            }
        }
    }

    private void at(Duration after, Act act) {
        moves.add(new Move(after, act));
    }

    private Duration soon() {
        return upTo(within);
    }

    private Duration away() {
        return LEAST_AWAY.plus(upTo(MOST_AWAY.minus(LEAST_AWAY)));
    }

    private Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos()));
    }
}
