package io.shelftally.job.connections;

import io.shelftally.engine.EngineSettings;
import io.shelftally.night.run.SessionName;
import java.util.function.IntSupplier;

/** The connections that a process needs at the same time, at the most; fewer would make its threads wait for one another. */
final class PoolSize {

    /** Of the engine: one looks for tasks, three keep house, one shows that the process lives. */
    private static final int ENGINE = 5;

    /** The shares of vendors' windows are told by a thread of their own. */
    private static final int SHARES = 1;

    /** Of a run: its steps, and the lease. */
    private static final int RUN = 2;

    /** While rows are derived: so many threads read answers at the most, one writes rows, and one what is decided of their scans. */
    private static final int MOST_READERS = 6;

    private static final int WRITERS = 2;

    private PoolSize() {}

    /**
     * For a process of that name; one that runs tasks takes up those that others have lost, besides its own.
     *
     * @param slices tasks of its own that it runs at the same time; asked for only where it runs some
     * @param cores of the machine
     */
    static int of(SessionName name, IntSupplier slices, int cores) {
        if (name.isOfAWorker()) {
            return hands(slices) + ENGINE + SHARES;
        }
        int deriving = RUN + SHARES + Math.min(cores, MOST_READERS) + WRITERS;
        return name.isOfARun() ? Math.max(deriving, RUN + hands(slices) + ENGINE + SHARES) : deriving;
    }

    private static int hands(IntSupplier slices) {
        return EngineSettings.of("any", slices.getAsInt()).hands();
    }
}
