package io.shelftally.operations.telling;

/** Which ends of a run somebody wants to be told of. */
public enum When {
    ALWAYS,
    TROUBLE,
    FAILURE;

    boolean wants(RunEvent event) {
        return event.state().isEnd()
                && switch (this) {
                    case ALWAYS -> true;
                    case TROUBLE -> event.isTrouble();
                    case FAILURE -> event.isFailure();
                };
    }
}
