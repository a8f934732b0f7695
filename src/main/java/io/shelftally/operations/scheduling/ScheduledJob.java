package io.shelftally.operations.scheduling;

import java.util.Locale;

/** A command that can be begun by the clock. */
public enum ScheduledJob {
    NIGHTLY(true, true),
    PRUNE(false, true),
    WATCH(true, false);

    private final boolean isOfANight;
    private final boolean usesDatabase;

    ScheduledJob(boolean isOfANight, boolean usesDatabase) {
        this.isOfANight = isOfANight;
        this.usesDatabase = usesDatabase;
    }

    /** Its name on the command line, and that of the setting of its times. */
    public String command() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is given a business date. */
    boolean isOfANight() {
        return isOfANight;
    }

    /** Whether it must wait until another such job has ended. */
    boolean usesDatabase() {
        return usesDatabase;
    }
}
