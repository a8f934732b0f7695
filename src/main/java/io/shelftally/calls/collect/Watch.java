package io.shelftally.calls.collect;

/** What a collection heeds beside its lane: when to ask again, whether to stop, whom to tell, where to note troubles. */
public record Watch(Pace pace, StopSignal stop, Progress progress, Troubles troubles) {

    /** A watch whose troubles nobody reads but the lane. */
    public Watch(Pace pace, StopSignal stop, Progress progress) {
        this(pace, stop, progress, new Troubles());
    }
}
