package io.shelftally.job.workers;

import io.shelftally.calls.collect.Slice;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The whole of a lane as long as nobody asks for a part of it, which is looked for from time to time. */
final class UntilAsked implements Slice {

    private final BooleanSupplier isAskedFor;
    private final Every look;
    private volatile boolean isOver;

    UntilAsked(BooleanSupplier isAskedFor, Duration look) {
        this.isAskedFor = isAskedFor;
        this.look = new Every(look);
    }

    /** For the lanes' threads: each looks where the other has not looked for a while. */
    @Override
    public boolean isOver() {
        if (!isOver && isTime() && isAskedFor.getAsBoolean()) {
            isOver = true;
        }
        return isOver;
    }

    @Override
    public boolean isPart() {
        return false;
    }

    private synchronized boolean isTime() {
        return look.isTime();
    }
}
