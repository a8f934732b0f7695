package io.shelftally.operations.deletion;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.night.run.NightWrites;
import org.springframework.stereotype.Component;

/** The small transactions of a deletion: each under the lease, none in a dry run, and none after a signal to stop. */
@Component
public class DeletionWrites {

    private final NightWrites writes;
    private final StopSignal stop;
    private boolean dryRun = true;

    DeletionWrites(NightWrites writes, StopSignal stop) {
        this.writes = writes;
        this.stop = stop;
    }

    /** Whether writes are made from now on; before, they are left out. */
    public void inEarnest(boolean isInEarnest) {
        dryRun = !isInEarnest;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Throws if this process is told to stop. */
    public void checkStop() {
        stop.check();
    }

    public void run(Runnable deletion) {
        stop.check();
        if (!dryRun) {
            writes.run(deletion);
        }
    }
}
