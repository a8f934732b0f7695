package io.shelftally.night.run;

/** By what work may be done that this process holds no lease for, since it takes part in another process's run. */
public interface WorkRight {

    /** Throws {@link LeaseLostException} if there is none any more. */
    void check();

    /** The same, and keeps others from taking it away until the transaction ends. */
    void fence();

    /** Returns when a call to a vendor may be sent at once; throws if it never may. */
    void awaitTrust() throws InterruptedException;
}
