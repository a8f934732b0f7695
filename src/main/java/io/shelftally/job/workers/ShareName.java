package io.shelftally.job.workers;

import io.shelftally.publication.tables.NightShares.Share;
import java.time.LocalDate;

/** A share of a night's scans, as a task of the engine names it. */
record ShareName(LocalDate businessDate, int exportId, int number) {

    static ShareName of(Share share) {
        return new ShareName(share.businessDate(), share.exportId(), share.number());
    }

    /** Reads what {@link #instance()} wrote. */
    static ShareName of(String instance) {
        String[] words = instance.split(" ", -1);
        return new ShareName(LocalDate.parse(words[0]), Integer.parseInt(words[2]), Integer.parseInt(words[4]));
    }

    /** Such as {@code 2026-11-21 export 7 share 12}. */
    String instance() {
        return businessDate + " export " + exportId + " share " + number;
    }
}
