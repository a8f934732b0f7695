package io.shelftally.night.run;

/**
 * What the sessions of a process are called where the database can name them: an operator sees which command has them, and
 * whoever takes its place can end them.
 *
 * @param command such as {@code nightly}
 */
public record SessionName(String command) {

    /** The longest names of PostgreSQL's sessions have 63 bytes; the process takes up to 17 of them. */
    private static final int LONGEST_COMMAND = 30;

    public SessionName {
        if (!command.matches("[a-z-]{1," + LONGEST_COMMAND + "}")) {
            throw new IllegalArgumentException("no command has the name \"" + command + "\"");
        }
    }

    /** Whether it is of the command {@code work}: its process is one of several, and none waits for it. */
    public boolean isOfAWorker() {
        return command.equals("work");
    }

    /** Whether it is of a command that runs the job. */
    public boolean isOfARun() {
        return command.equals("nightly") || command.equals("rerun");
    }

    /** Tells this process from all others, of other hosts too; at most 19 characters, and the end of its sessions' names. */
    public static String ofThisProcess() {
        return Holder.current().mark();
    }

    /** Of this process. */
    public String text() {
        return "shelftally " + command + " " + ofThisProcess();
    }

    /** Matches the sessions of the process with that mark, whichever command it runs, in SQL's LIKE. */
    static String like(String mark) {
        return "shelftally % " + mark;
    }
}
