package io.shelftally.job.nightly;

import io.shelftally.job.output.LeasedRight;
import io.shelftally.publication.publishing.Publisher;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Publishers that publish under the lease. */
@Component
class Publishers {

    private final LeasedRight right;

    Publishers(LeasedRight right) {
        this.right = right;
    }

    Publisher in(Path out) {
        return new Publisher(out, right);
    }
}
