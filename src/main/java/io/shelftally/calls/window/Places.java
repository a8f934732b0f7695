package io.shelftally.calls.window;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The places for calls in flight: never more are taken than there may be, nor new ones while there are fewer than are taken.
 * Several collections may have them in common: each gets what the others leave, and at least its part while all want some.
 */
public final class Places {

    private final IntSupplier most;
    private final Set<Part> parts = new LinkedHashSet<>();
    private int taken;

    /**
     * Places whose number may change at any time.
     *
     * @param most asked again and again
     */
    public Places(IntSupplier most) {
        this.most = most;
    }

    /**
     * A part for one more collection.
     *
     * @param onFree is run, in any thread, when there may be a place after {@link Part#take} had none
     */
    public synchronized Part part(Runnable onFree) {
        Part part = new Part(onFree);
        parts.add(part);
        return part;
    }

    public synchronized int taken() {
        return taken;
    }

    /** How many collections have a part. */
    synchronized int parts() {
        return parts.size();
    }

    /** The places that are taken as soon as the change of what {@code most} says is in force. */
    synchronized int takenAfter(Runnable change) {
        change.run();
        return taken;
    }

    /** Tells those that had no place that there may be one. */
    void wake() {
        waiting(null).forEach(part -> part.onFree.run());
    }

    private synchronized List<Part> waiting(@Nullable Part except) {
        List<Part> waiting = new ArrayList<>();
        for (Part part : parts) {
            if (part.isWaiting && part != except) {
                part.isWaiting = false;
                waiting.add(part);
            }
        }
        return waiting;
    }

    /** The places of one collection. */
    public final class Part implements AutoCloseable {

        private final Runnable onFree;
        private int mine;
        private boolean isWaiting;

        private Part(Runnable onFree) {
            this.onFree = onFree;
        }

        /** Takes one, if one is free. */
        public boolean take() {
            synchronized (Places.this) {
                boolean isFree = taken < most.getAsInt() && (mine < share(most.getAsInt()) || !isAnotherWaiting());
                mine += isFree ? 1 : 0;
                taken += isFree ? 1 : 0;
                isWaiting = !isFree;
                return isFree;
            }
        }

        /** Whether whoever has one may keep it for another call; else it is given back. */
        public boolean keep() {
            synchronized (Places.this) {
                boolean mayKeep = taken <= most.getAsInt() && (mine <= share(most.getAsInt()) || !isAnotherWaiting());
                if (mayKeep) {
                    return true;
                }
                mine--;
                taken--;
            }
            wakeOthers();
            return false;
        }

        public void giveBack() {
            synchronized (Places.this) {
                mine--;
                taken--;
            }
            wakeOthers();
        }

        public int taken() {
            synchronized (Places.this) {
                return mine;
            }
        }

        /** Whether no other call can be begun. */
        public boolean areFull() {
            synchronized (Places.this) {
                return taken >= most.getAsInt();
            }
        }

        /** This collection's part of so many, rounded up. */
        public int share(int number) {
            synchronized (Places.this) {
                int sharers = Math.max(1, parts.size());
                return (number + sharers - 1) / sharers;
            }
        }

        /** What is still taken is given back by the threads that have it. */
        @Override
        public void close() {
            synchronized (Places.this) {
                parts.remove(this);
            }
            wakeOthers();
        }

        private boolean isAnotherWaiting() {
            return parts.stream().anyMatch(part -> part.isWaiting && part != this);
        }

        private void wakeOthers() {
            waiting(this).forEach(part -> part.onFree.run());
        }
    }
}
