package io.shelftally.job.nightly;

import io.shelftally.night.run.Lease;
import io.shelftally.publication.publishing.Publisher;
import io.shelftally.publication.publishing.PublishingRight;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Publishers that publish under the lease. */
@Component
class Publishers {

    private final PublishingRight right;

    Publishers(Lease lease) {
        this.right = new PublishingRight() {
            @Override
            public void use(Runnable act) {
                lease.whileHeld(act);
            }

            @Override
            public boolean wasTakenOver() {
                return lease.hasTakenOver();
            }
        };
    }

    Publisher in(Path out) {
        return new Publisher(out, right);
    }
}
