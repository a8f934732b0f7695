package io.shelftally.night.run;

import java.io.Serial;

/** Another run is under way. Exit code 75. */
public final class LeaseHeldException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    LeaseHeldException(LeaseRow row) {
        super("another run for " + row.businessDate() + " holds the lease: " + row.holder() + ", last heard of at "
                + row.heartbeat() + "; try again when it has ended");
    }
}
