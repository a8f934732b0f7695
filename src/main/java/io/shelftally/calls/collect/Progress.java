package io.shelftally.calls.collect;

/** Is told how far a run is; decides itself what to show, and how often. */
public interface Progress {

    /** A step of the job began; the one before it has ended. */
    void step(String name);

    /** A lane of the collection moved, or was looked at. */
    void lane(LaneFigures lane);

    /**
     * A step without a lane moved.
     *
     * @param total 0 if it is not known
     */
    void items(String name, long done, long total);

    /**
     * What stands beside the items of this step from now on.
     *
     * @param all in some words
     * @param brief the same where there is little room
     */
    default void beside(String all, String brief) {}

    /** Something to tell at once, in lines that end with a line end. */
    void say(String lines);

    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void step(String name) {}

        @Override
        public void lane(LaneFigures lane) {}

        @Override
        public void items(String name, long done, long total) {}

        @Override
        public void say(String lines) {}
    };
}
