package io.shelftally.calls.collect;

/** A call and what became of it. */
public record Completed<C, A>(C call, A result) {}
