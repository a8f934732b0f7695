package io.shelftally.run;

import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;

/** Another run is under way. Exit code 75. */
public final class LeaseHeldException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    LeaseHeldException(Holder holder, LocalDate businessDate, Instant heartbeat) {
        super("another run for " + businessDate + " holds the lease: process " + holder.pid() + " on " + holder.host()
                + ", last heard of at " + heartbeat + "; try again when it has ended");
    }
}
