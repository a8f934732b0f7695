package io.shelftally.operations.retention;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.night.run.NightWrites;
import org.springframework.stereotype.Component;

/** The small transactions of a pruning: each under the lease, none in a dry run, and none after a signal to stop. */
@Component
class PruneWrites {

    private final NightWrites writes;
    private final StopSignal stop;
    private boolean dryRun = true;

    PruneWrites(NightWrites writes, StopSignal stop) {
        this.writes = writes;
        this.stop = stop;
    }

    /** Whether writes are made from now on; before, they are left out. */
    void inEarnest(boolean isInEarnest) {
        dryRun = !isInEarnest;
    }

    boolean isDryRun() {
        return dryRun;
    }

    /** Throws if this process is told to stop. */
    void checkStop() {
        stop.check();
    }

    void run(Runnable deletion) {
        stop.check();
        if (!dryRun) {
            writes.run(deletion);
        }
    }
}
