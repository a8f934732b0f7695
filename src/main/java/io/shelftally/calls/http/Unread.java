package io.shelftally.calls.http;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Reply;
import java.util.function.Function;

/** An answer that has come and is not read yet; it is to be read once, by any thread. */
public final class Unread {

    private final Answer answer;
    private final Secrets secrets;
    private final Bodies.Hold hold;

    Unread(Answer answer, Secrets secrets, Bodies.Hold hold) {
        this.answer = answer;
        this.secrets = secrets;
        this.hold = hold;
    }

    /** Other calls wait with long bodies until this one is read, so let go of the body in the reading. */
    public <T> T read(Function<Answer, T> reading) {
        try (hold) {
            if (answer instanceof Reply reply) {
                secrets.starOut(reply.body());
            }
            return reading.apply(answer);
        }
    }

    boolean isUnauthorized() {
        return answer instanceof Reply reply && reply.status() == 401;
    }
}
