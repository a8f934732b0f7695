package io.shelftally.publication.publishing;

import java.nio.file.Path;

/** Acts of which the renames, which alone make anything visible, need the right to publish. */
final class RightfulActs extends FileActs {
    private final PublishingRight right;

    RightfulActs(PublishingRight right) {
        this.right = right;
    }

    @Override
    void rename(Path from, Path to) {
        right.use(() -> super.rename(from, to));
    }
}
