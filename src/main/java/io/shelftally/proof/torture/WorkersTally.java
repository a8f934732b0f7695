package io.shelftally.proof.torture;

import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What nights by several processes have shown so far; for several threads. */
final class WorkersTally {

    /** By which the items of a lost worker are to be at work again. */
    private static final Duration ALLOWED = Duration.ofSeconds(12);

    private final Map<WorkerFault, Integer> dealt = new EnumMap<>(WorkerFault.class);
    private final List<String> faults = new ArrayList<>();
    private Duration latest = Duration.ZERO;
    private int lostWorkers;
    private int inTime;
    private int nights;
    private int equal;
    private int withEqualBytes;
    private long lost;
    private long repeated;
    private long withoutToken;
    private long overTheWindow;
    private long partial;
    private long reads;

    synchronized void fault(String what) {
        faults.add(what);
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** That came to an end. */
    synchronized int nights() {
        return nights;
    }

    /** How many faults befell processes. */
    synchronized int dealt() {
        return dealt.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized void again(String name, WorkerFault fault, Recovery.Times times) {
        Duration time = times.again();
        lostWorkers++;
        latest = time.compareTo(latest) > 0 ? time : latest;
        if (time.compareTo(ALLOWED) < 0) {
            inTime++;
        } else {
            faults.add(name + ": items of a worker that was " + fault.words() + " were at work again after "
                    + seconds(time) + " s; it was noticed after " + seconds(times.noticed()) + " s");
        }
    }

    synchronized void overTheWindow(String name, JournalEntry call) {
        overTheWindow++;
        faults.add(name + ": over the window: " + call);
    }

    synchronized void withoutToken(String name, String caller, JournalEntry call) {
        withoutToken++;
        faults.add(name + ": " + caller + " called without having the item in hand: " + call);
    }

    /** A night is over to which these faults were dealt. */
    synchronized void night(
            String name,
            List<WorkerFault> these,
            Remains remains,
            Remains expected,
            List<String> troubles,
            long readsMade) {
        nights++;
        these.forEach(fault -> dealt.merge(fault, 1, Integer::sum));
        lost += remains.lost(expected);
        repeated += remains.repeated(expected);
        partial += troubles.size();
        reads += readsMade;
        List<String> differences = remains.differences(expected);
        if (differences.isEmpty()) {
            equal++;
            withEqualBytes += these.size();
        } else {
            faults.add(name + ": not as undisturbed: " + differences);
        }
        troubles.forEach(trouble -> faults.add(name + ": " + trouble));
    }

    synchronized boolean isClean() {
        return faults.isEmpty() && equal == nights;
    }

    synchronized String line() {
        return String.format(
                Locale.ROOT,
                "faults %d (%s), with equal bytes %d, lost workers' items at work again within %d s %d/%d (latest %s s),"
                        + " lost items %d, retry POSTs repeated %d, calls under an old token %d, calls over a window %d,"
                        + " partial reads %d (%d nights, %d reads)",
                dealt(),
                Arrays.stream(WorkerFault.values())
                        .map(fault -> fault.words() + " " + dealt.getOrDefault(fault, 0))
                        .collect(Collectors.joining(", ")),
                withEqualBytes,
                ALLOWED.toSeconds(),
                inTime,
                lostWorkers,
                seconds(latest),
                lost,
                repeated,
                withoutToken,
                overTheWindow,
                partial,
                nights,
                reads);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
