package io.shelftally.calls.collect;

import io.shelftally.calls.window.Window;

/** The places for calls in flight: never more are taken than the window has, nor new ones while it has fewer than are taken. */
final class Slots {

    private final Window window;
    private int taken;

    Slots(Window window) {
        this.window = window;
    }

    /** Takes one, if one is free. */
    synchronized boolean take() {
        boolean isFree = taken < window.inFlight();
        taken += isFree ? 1 : 0;
        return isFree;
    }

    /** Whether whoever has one may keep it for another call; else it is given back. */
    synchronized boolean keep() {
        boolean mayKeep = taken <= window.inFlight();
        taken -= mayKeep ? 0 : 1;
        return mayKeep;
    }

    synchronized void giveBack() {
        taken--;
    }

    synchronized int taken() {
        return taken;
    }

    synchronized boolean areFull() {
        return taken >= window.inFlight();
    }
}
