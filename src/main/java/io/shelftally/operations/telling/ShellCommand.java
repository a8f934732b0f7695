package io.shelftally.operations.telling;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** A command of the shell that is started at the end of a run. */
final class ShellCommand implements Teller {

    private final String command;
    private final boolean onFailure;
    private final Set<String> secrets;
    private final Duration timeout;

    /**
     * @param onFailure whether it is for runs that failed, or for the others
     * @param secrets names of variables
     */
    ShellCommand(String command, boolean onFailure, Set<String> secrets, Duration timeout) {
        this.command = command;
        this.onFailure = onFailure;
        this.secrets = Set.copyOf(secrets);
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "the command of " + (onFailure ? "--on-failure" : "--on-success");
    }

    @Override
    public boolean wants(RunEvent event) {
        return event.state().isEnd() && event.isFailure() == onFailure;
    }

    @Override
    public void tell(RunEvent event) throws IOException, InterruptedException {
        new Shell(secrets, () -> false).run(command, event, timeout);
    }
}
