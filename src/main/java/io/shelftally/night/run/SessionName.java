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

    /** Of this process. */
    public String text() {
        return "shelftally " + command + " " + Holder.current().mark();
    }

    /** Matches the sessions of a process, whichever command it runs, in SQL's LIKE. */
    static String like(Holder holder) {
        return "shelftally % " + holder.mark();
    }
}
