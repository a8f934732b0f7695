package io.shelftally.calls.collect;

import io.shelftally.calls.answers.Answer;
import java.time.Duration;
import java.util.OptionalLong;

/** Lets calls through as a vendor's quota allows. */
public interface Gate {

    /**
     * Asks for permits; they are on record before this returns.
     *
     * @param granted how many may be sent now
     * @param pause when to ask again if fewer were granted than wanted
     * @param spent whether nothing more will be granted tonight
     */
    record Permits(int granted, Duration pause, boolean spent) {}

    Permits take(int wanted);

    /** How many more calls the day allows; empty if the day has no limit. */
    OptionalLong left();

    /** How many of the calls that are left this process may plan with, where others plan with them, too. */
    default OptionalLong share(OptionalLong left) {
        return left;
    }

    /** A permitted call was answered, or given up. */
    void answered(Answer answer);

    /** Permitted calls will not be made. */
    void giveBack(int unsent);

    /** A gate that is always open. */
    Gate OPEN = new Gate() {
        @Override
        public Permits take(int wanted) {
            return new Permits(wanted, Duration.ZERO, false);
        }

        @Override
        public OptionalLong left() {
            return OptionalLong.empty();
        }

        @Override
        public void answered(Answer answer) {}

        @Override
        public void giveBack(int unsent) {}
    };
}
