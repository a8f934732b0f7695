package io.shelftally.proof.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * Ways of the vendors in which accounts and releases differ; null where nothing is said.
 *
 * @param errors the shape of Closient's errors; ENVELOPE by default
 * @param wrongState Closient's status for a retry of a capture that has not failed, 409 or 422; 409 by default
 * @param bearer whether Pensa wants its token as {@code Authorization: Bearer} besides; not by default
 */
public record Habits(
        @Nullable ErrorShape errors,
        @Nullable Integer wrongState,
        @Nullable Boolean bearer) {

    /** Nothing is said. */
    public static final Habits UNSAID = new Habits(null, null, null);

    /** How Closient writes an error. */
    public enum ErrorShape {
        /** The object {@code error}. */
        ENVELOPE,
        /** RFC 9457, flat. */
        PROBLEM
    }

    public Habits {
        if (wrongState != null && wrongState != 409 && wrongState != 422) {
            throw new IllegalArgumentException("wrongState must be 409 or 422, not " + wrongState);
        }
    }

    /** These, and those of the other where these say nothing. */
    public Habits over(Habits other) {
        return new Habits(
                errors == null ? other.errors : errors,
                wrongState == null ? other.wrongState : wrongState,
                bearer == null ? other.bearer : bearer);
    }

    public ErrorShape errorShape() {
        return errors == null ? ErrorShape.ENVELOPE : errors;
    }

    public int wrongStateStatus() {
        return wrongState == null ? 409 : wrongState;
    }

    public boolean wantsBearer() {
        return bearer != null && bearer;
    }
}
