package io.shelftally.operations.retention;

import io.shelftally.operations.deletion.Staying;
import java.time.LocalDate;
import java.util.Set;

/**
 * What stays of a pruning.
 *
 * @param before the first night that stays whole
 * @param captures those of pruned nights that stay, with all that is stored of them
 * @param scans the same of scans
 */
record Kept(LocalDate before, Set<String> captures, Set<Long> scans) implements Staying {

    @Override
    public boolean night(LocalDate businessDate) {
        return !businessDate.isBefore(before);
    }

    @Override
    public boolean capture(String captureId) {
        return captures.contains(captureId);
    }

    @Override
    public boolean scan(long scanId) {
        return scans.contains(scanId);
    }
}
