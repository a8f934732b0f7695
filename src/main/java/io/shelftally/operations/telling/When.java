package io.shelftally.operations.telling;

/** Which ends of a run somebody wants to be told of. */
public enum When {
    ALWAYS,
    TROUBLE,
    FAILURE;

    /** A beginning is none of them. */
    boolean wants(RunEvent event) {
        return event.state() != RunState.STARTED
                && switch (this) {
                    case ALWAYS -> true;
                    case TROUBLE -> event.isTrouble();
                    case FAILURE -> event.isFailure();
                };
    }
}
