package io.shelftally.proof.torture;

/** What befalls the processes of a night. */
enum WorkerFault {
    /** A worker is killed. */
    KILL("killed"),
    /** A worker stands still (SIGSTOP) for longer than it takes to be counted as dead, and wakes. */
    PAUSE("paused"),
    /** Nothing passes between a worker and the database for as long, silently or with refusals. */
    CUT("cut off"),
    /** The manager is killed, and started again. */
    MANAGER("managers killed"),
    /** A worker comes late. */
    JOIN("late");

    private final String words;

    WorkerFault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
