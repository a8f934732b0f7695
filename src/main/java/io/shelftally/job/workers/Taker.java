package io.shelftally.job.workers;

import io.shelftally.calls.answers.VendorException;
import java.time.Clock;
import java.time.LocalDate;

/** The process that takes part, as its tasks see it. */
interface Taker {

    /** As the engine knows it. */
    String name();

    String host();

    /** The database's. */
    Clock clock();

    /** Work for the run begins. */
    void began(LocalDate businessDate, long token);

    /** So many items are settled, or derived. */
    void did(long items);

    /** The vendor refuses this process's credentials. Whether it ends for that, and others go on. */
    boolean leaves(VendorException trouble);
}
