package io.shelftally.calls.collect;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Reply;

/**
 * Notices that it is the credentials that are refused, not single items: each of a run's first ten answers is HTTP 403
 * (Closient's page), or, in a run of fewer, each of two or more, unless the vendor gave other answers earlier that night:
 * then those few may be all that a resumed run had left.
 */
public final class RefusalGuard {

    private static final int FIRST = 10;

    private final boolean gaveOtherAnswers;
    private int answers;
    private int refusals;

    /** @param gaveOtherAnswers whether an earlier start of the night got an answer that was no 403 */
    public RefusalGuard(boolean gaveOtherAnswers) {
        this.gaveOtherAnswers = gaveOtherAnswers;
    }

    public void saw(Answer answer) {
        if (answers < FIRST && answer instanceof Reply reply) {
            answers++;
            refusals += reply.status() == 403 ? 1 : 0;
        }
    }

    public boolean isRefused() {
        return refusals == FIRST;
    }

    public boolean isRefusedAtEnd() {
        return refusals > 1 && refusals == answers && !gaveOtherAnswers;
    }
}
