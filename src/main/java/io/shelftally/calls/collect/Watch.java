package io.shelftally.calls.collect;

/** What a collection heeds beside its lane: when to ask again, whether to stop, whom to tell. */
public record Watch(Pace pace, StopSignal stop, Progress progress) {}
