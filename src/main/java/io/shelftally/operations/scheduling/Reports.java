package io.shelftally.operations.scheduling;

import java.time.LocalDate;

/** Is told what no run tells of itself. */
public interface Reports {

    /** A night begins after its time, or anew. */
    void late(LocalDate night, String words);

    /** The process of a night has ended. */
    void ended(LocalDate night, int exitCode);
}
