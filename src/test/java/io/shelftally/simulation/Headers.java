package io.shelftally.simulation;

/** When the simulated vendor says how many calls are left. */
public enum Headers {
    ALWAYS,
    SOMETIMES,
    NEVER
}
