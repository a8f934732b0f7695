package io.shelftally.engine;

/**
 * By what a transaction can tell that the task is still this process's: its row has this version as long as nobody else was
 * given it. A beat leaves the version as it is.
 */
public record Fence(String kind, String instance, long version) {}
