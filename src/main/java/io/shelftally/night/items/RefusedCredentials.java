package io.shelftally.night.items;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.RefusalGuard;
import io.shelftally.night.run.NightWrites;
import java.util.stream.Stream;

/** Ends a run whose credentials are refused; what was written of its items on that account is taken back first. */
public final class RefusedCredentials {

    private final RefusalGuard guard;
    private final NightWrites writes;
    private final Runnable takeBack;
    private final String words;

    /**
     * @param takeBack makes the items that were refused open again
     * @param words say what is to be mended
     */
    public RefusedCredentials(RefusalGuard guard, NightWrites writes, Runnable takeBack, String words) {
        this.guard = guard;
        this.writes = writes;
        this.takeBack = takeBack;
        this.words = words;
    }

    public void saw(Stream<Answer> answers) {
        answers.forEach(guard::saw);
        endIf(guard.isRefused());
    }

    /** No more answers come. */
    public void ended() {
        endIf(guard.isRefusedAtEnd());
    }

    /**
     * Ends the run if the vendor refuses it.
     *
     * @param refused whether all answers of the night were refusals, where several processes saw some of them each
     */
    public void endIf(boolean refused) {
        if (refused) {
            writes.run(takeBack);
            throw new VendorException(Reason.FORBIDDEN, words);
        }
    }
}
