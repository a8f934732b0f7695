package io.shelftally.proof.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs commands as a user other than root: as this one, or if it is root as another one, or in a user namespace. */
final class OtherUser {

    private static final List<List<String>> WAYS = List.of(
            List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups"),
            List.of("runuser", "-u", "nobody", "--"),
            List.of("unshare", "-U"));

    private final List<String> way;

    private OtherUser(List<String> way) {
        this.way = way;
    }

    /** Throws if this is root and no way to another user works. */
    static OtherUser find() {
        OtherUser me = new OtherUser(List.of());
        if (!me.isRoot()) {
            return me;
        }
        return WAYS.stream()
                .map(OtherUser::new)
                .filter(OtherUser::works)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "PostgreSQL does not run as root, and none of these ways to another user works here: " + WAYS));
    }

    /** What the command printed; throws unless it ended well. */
    String run(String... command) {
        Process process = start(command);
        try {
            process.getOutputStream().close();
            return output(process, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of a command that was started and whose input is closed. */
    static String output(Process process, String... command) {
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + text);
            }
            return text.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Process start(String... command) {
        List<String> whole = new ArrayList<>(way);
        whole.addAll(List.of(command));
        try {
            return new ProcessBuilder(whole).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isRoot() {
        return run("id", "-u").equals("0");
    }

    private boolean works() {
        try {
            return !isRoot();
        } catch (IllegalStateException | UncheckedIOException no) {
            return false;
        }
    }
}
