package io.shelftally.job.nightly;

import io.shelftally.night.run.Lease;
import io.shelftally.night.run.LeaseLostException;
import io.shelftally.publication.export.ExportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is left to do once a night is published. It may fail, and the next start makes up for it; only a run that was overtaken
 * ends as such.
 */
@Component
class Afterwards {

    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

    private final Lease lease;

    Afterwards(Lease lease) {
        this.lease = lease;
    }

    void attempt(String what, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            failed(what, e);
        }
    }

    /** What the file system refused says all in a line; the rest is not expected, and says where it happened. */
    void failed(String what, Throwable trouble) {
        if (lease.isLost()) {
            throw new LeaseLostException(trouble);
        }
        if (trouble instanceof ExportException told) {
            LOG.warn("the night is published, but {} failed: {}", what, told.getMessage());
        } else {
            LOG.warn("the night is published, but {} failed: {}", what, trouble.getMessage(), trouble);
        }
    }
}
