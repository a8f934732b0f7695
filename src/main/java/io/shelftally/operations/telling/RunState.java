package io.shelftally.operations.telling;

import java.util.Locale;

/** Where a run, or a night that was waited for, stands when it is told of. */
public enum RunState {
    STARTED("has begun"),
    /** Its work list is taken. */
    RUNNING("is under way"),
    PUBLISHED("is published"),
    FAILED("failed"),
    MISSING("is missing");

    private final String words;

    RunState(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether nothing comes after it. */
    public boolean isEnd() {
        return this != STARTED && this != RUNNING;
    }

    /** As it stands in JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
