package io.shelftally.calls.window;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntSupplier;

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

    /** A part for one more collection, which asks for its places by itself: what it starts must be started by its own threads. */
    public synchronized Part part() {
        Part part = new Part();
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

    /** The places of one collection. */
    public final class Part implements AutoCloseable {

        private int mine;
        private boolean isWaiting;

        private Part() {}

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
                return false;
            }
        }

        public void giveBack() {
            synchronized (Places.this) {
                mine--;
                taken--;
            }
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
        }

        private boolean isAnotherWaiting() {
            return parts.stream().anyMatch(part -> part.isWaiting && part != this);
        }
    }
}
