package io.shelftally.publication.publishing;

import io.shelftally.base.failpoint.Failpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Changes where a link leads to in one instant, by a rename over it.
 *
 * @param workDirectory where a link is made before it is renamed into place; on the same file system
 */
record LinkChange(Path workDirectory, FileActs acts) {

    /** Whether the link had to be changed. */
    boolean point(Path link, Path target) {
        if (isLinkTo(link, target)) {
            return false;
        }
        Path replacement = workDirectory.resolve("link");
        acts.delete(replacement);
        acts.createLink(replacement, target);
        Failpoint.BEFORE_LINK.hit();
        acts.rename(replacement, link);
        Failpoint.AFTER_LINK.hit();
        acts.sync(Objects.requireNonNull(link.toAbsolutePath().normalize().getParent()));
        return true;
    }

    static boolean isLinkTo(Path link, Path target) {
        try {
            return Files.readSymbolicLink(link).equals(target);
        } catch (IOException e) {
            return false;
        }
    }
}
