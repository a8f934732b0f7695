package io.shelftally.collect;

/** Is told how far a run is; decides itself what to show, and how often. */
public interface Progress {

    /** A step of the job began. */
    void step(String name);

    /** A lane of the collection moved. */
    void lane(String name, Tally tally, int inFlight);

    /** A step without a lane moved. */
    void items(String name, long done, long total);

    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void step(String name) {}

        @Override
        public void lane(String name, Tally tally, int inFlight) {}

        @Override
        public void items(String name, long done, long total) {}
    };
}
