package io.shelftally.proof.torture;

import io.shelftally.base.failpoint.Failpoint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the torture has shown so far; for several threads. */
final class Tally {

    private final Set<Failpoint> reached = EnumSet.noneOf(Failpoint.class);
    private final List<String> faults = new ArrayList<>();
    private int failpoints;
    private long kills;
    private long nights;
    private long equal;
    private long lost;
    private long repeated;
    private long repeatedAsTold;
    private long partial;
    private long reads;

    /** At random moments. */
    synchronized long kills() {
        return kills;
    }

    /** How many failpoints there are to go over. */
    synchronized void failpoints(int number) {
        failpoints = number;
    }

    synchronized void killed() {
        kills++;
    }

    synchronized void reached(Failpoint failpoint) {
        reached.add(failpoint);
    }

    synchronized void fault(String what) {
        faults.add(what);
    }

    synchronized void night(String name, Remains remains, Remains expected, List<String> troubles, long readsMade) {
        nights++;
        lost += remains.lost(expected);
        repeated += remains.repeated(expected);
        repeatedAsTold += Math.max(0, remains.repeatedAsTold() - expected.repeatedAsTold());
        partial += troubles.size();
        reads += readsMade;
        List<String> differences = remains.differences(expected);
        if (differences.isEmpty()) {
            equal++;
        } else {
            faults.add(name + ": not as undisturbed: " + differences);
        }
        troubles.forEach(trouble -> faults.add(name + ": " + trouble));
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized boolean isClean() {
        return faults.isEmpty() && equal == nights && reached.size() == failpoints;
    }

    synchronized String line() {
        return String.format(
                Locale.ROOT,
                "kills %d, failpoints %d/%d, equal bytes %.4g %%, lost items %d, retry POSTs repeated %d, partial reads %d"
                        + " (%d nights, %d reads; %d retries sent again after a read said FAILED)",
                kills,
                reached.size(),
                failpoints,
                nights == 0 ? 0 : 100.0 * equal / nights,
                lost,
                repeated,
                partial,
                nights,
                reads,
                repeatedAsTold);
    }
}
