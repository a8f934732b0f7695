package io.shelftally.job.output;

import io.shelftally.night.run.Lease;
import io.shelftally.publication.publishing.PublishingRight;
import org.springframework.stereotype.Component;

/** The right of whoever holds the lease to show and to remove published files. */
@Component
public final class LeasedRight implements PublishingRight {

    private final Lease lease;

    LeasedRight(Lease lease) {
        this.lease = lease;
    }

    @Override
    public void use(Runnable act) {
        lease.whileHeld(act);
    }

    @Override
    public boolean wasTakenOver() {
        return lease.hasTakenOver();
    }
}
