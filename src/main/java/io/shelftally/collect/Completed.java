package io.shelftally.collect;

/** A call and what became of it. */
public record Completed<C, A>(C call, A result) {}
