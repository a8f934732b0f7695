package io.shelftally;

import io.shelftally.operations.cli.ShelfTally;

/** The entry of every command. */
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        ShelfTally.main(args);
    }
}
