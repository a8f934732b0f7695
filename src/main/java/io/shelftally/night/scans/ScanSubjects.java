package io.shelftally.night.scans;

import java.util.Collection;
import java.util.Collections;

/** What evidence about scans is filed under: the id, and for several how many more, such as {@code 40102 +6}. */
public final class ScanSubjects {

    private ScanSubjects() {}

    /**
     * Of an answer that tells of these scans: the lowest id comes first.
     *
     * @param scanIds at least one
     */
    public static String of(Collection<Long> scanIds) {
        return of(Collections.min(scanIds), scanIds.size() - 1);
    }

    public static String of(long scanId, int more) {
        return more == 0 ? Long.toString(scanId) : scanId + " +" + more;
    }
}
