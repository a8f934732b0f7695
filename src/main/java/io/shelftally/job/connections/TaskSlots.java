package io.shelftally.job.connections;

/** How many tasks this process runs at the same time, each with a connection of its own. */
public interface TaskSlots {

    int slices();
}
