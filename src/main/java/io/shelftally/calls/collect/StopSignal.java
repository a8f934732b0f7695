package io.shelftally.calls.collect;

import java.util.function.BooleanSupplier;

/** Set once when work is to stop; long work looks at it and ends early, resumable. */
public final class StopSignal {

    private final BooleanSupplier outer;
    private volatile boolean set;

    public StopSignal() {
        this.outer = () -> false;
    }

    private StopSignal(StopSignal outer) {
        this.outer = outer::isSet;
    }

    /** A signal that is set with this one, and can be set alone. */
    public StopSignal inner() {
        return new StopSignal(this);
    }

    public void set() {
        set = true;
    }

    public boolean isSet() {
        return set || outer.getAsBoolean();
    }

    /** Throws {@link StoppedException} if the signal is set. */
    public void check() {
        if (isSet()) {
            throw new StoppedException();
        }
    }
}
