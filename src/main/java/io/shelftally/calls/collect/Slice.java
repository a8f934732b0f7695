package io.shelftally.calls.collect;

/** The bounds of a collection that does not run its lane to the end in one go, since others share it. Asked often. */
public interface Slice {

    /** Whether no further call is to be begun; those in flight are still waited for. */
    boolean isOver();

    /** Whether it ends where nothing is due for a moment, and knows a part of the lane alone, so that the end is for others to tell. */
    boolean isPart();

    /** The whole lane, to its end. */
    Slice WHOLE = new Slice() {
        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public boolean isPart() {
            return false;
        }
    };
}
