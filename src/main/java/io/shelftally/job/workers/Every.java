package io.shelftally.job.workers;

import java.time.Duration;

/** Says from time to time that it is time, and the first time at once. */
final class Every {

    private final long pause;
    private long next = System.nanoTime();

    Every(Duration pause) {
        this.pause = pause.toNanos();
    }

    boolean isTime() {
        long now = System.nanoTime();
        if (now - next < 0) {
            return false;
        }
        next = now + pause;
        return true;
    }
}
