package io.shelftally.operations.site;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.console.Answer;
import io.shelftally.console.NotFoundException;
import io.shelftally.job.site.NightSite;
import io.shelftally.night.run.Lease;
import io.shelftally.publication.publishing.PublishedSite;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the site as a publication does, whatever the setting says, under the lease of the nights. */
@Component
public class SiteMaking {

    private final NightSite site;
    private final Lease lease;
    private final StopSignal stop;
    private final Clock clock;

    SiteMaking(NightSite site, Lease lease, StopSignal stop, Clock clock) {
        this.site = site;
        this.lease = lease;
        this.stop = stop;
        this.clock = clock;
    }

    /**
     * Throws {@link NotFoundException} if no night is published, and {@link io.shelftally.night.run.LeaseHeldException} while a run
     * is at work.
     */
    public Answer make(Path out) {
        Optional<PublishedSite> made = lease.during(LocalDate.now(clock), stop::check, () -> site.make(out));
        return made.map(SiteReport::new).orElseThrow(() -> new NotFoundException("no night is published yet"));
    }
}
