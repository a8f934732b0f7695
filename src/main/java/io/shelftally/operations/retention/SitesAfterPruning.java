package io.shelftally.operations.retention;

import io.shelftally.job.site.NightSite;
import io.shelftally.job.site.SiteSettings;
import io.shelftally.night.run.LeaseLostException;
import io.shelftally.publication.publishing.SitePublisher;
import java.nio.file.Path;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the pages over the nights anew where they are, so that none links to a report that went. */
@Component
class SitesAfterPruning {

    private static final Logger LOG = LoggerFactory.getLogger(SitesAfterPruning.class);

    private final SiteSettings settings;
    private final ObjectProvider<NightSite> site;

    SitesAfterPruning(SiteSettings settings, ObjectProvider<NightSite> site) {
        this.settings = settings;
        this.site = site;
    }

    /** What fails here is a warning: the next publication makes up for it. */
    void make(Collection<Path> places) {
        if (settings.enabled()) {
            places.stream().filter(SitePublisher::isThere).forEach(this::make);
        }
    }

    private void make(Path out) {
        try {
            site.getObject().make(out);
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("old nights are pruned, but making the site in {} failed: {}", out, e.getMessage(), e);
        }
    }
}
