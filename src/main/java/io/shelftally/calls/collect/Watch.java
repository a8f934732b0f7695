package io.shelftally.calls.collect;

/**
 * What a collection heeds beside its lane: when to ask again, whether to stop, whom to tell, where to note troubles, and how
 * far it may go.
 */
public record Watch(Pace pace, StopSignal stop, Progress progress, Troubles troubles, Slice slice) {

    /** A watch of the whole lane. */
    public Watch(Pace pace, StopSignal stop, Progress progress, Troubles troubles) {
        this(pace, stop, progress, troubles, Slice.WHOLE);
    }

    /** A watch whose troubles nobody reads but the lane. */
    public Watch(Pace pace, StopSignal stop, Progress progress) {
        this(pace, stop, progress, new Troubles());
    }
}
