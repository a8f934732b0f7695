package io.shelftally.job.derivation;

import io.shelftally.matching.reconciliation.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is counted while the scans of a night are derived, as a whole or in parts; for one thread. */
public final class ScanFigures {

    private static final String REPORTS = "reports";
    private static final String TELLING_SEEN = "telling_seen";
    private static final String LISTING_ANY = "listing_any";
    private static final String LINES = "lines";
    private static final String IDENTIFIED = "identified";
    private static final String UNREADABLE_TIMES = "unreadable_times";
    private static final String VERDICT = "verdict ";

    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Long> others = new TreeMap<>();

    /**
     * Counts the rows of a scan, and how much its report says.
     *
     * @param reopened whether late evidence brought the scan back: its report was read on an earlier night
     */
    public void add(ScanFindings found, boolean reopened) {
        found.items().forEach(row -> verdicts.merge(row.item().verdict(), 1L, Long::sum));
        if (!reopened) {
            found.lists().ifPresent(this::add);
        }
    }

    private void add(ReadLists lists) {
        add(REPORTS, 1);
        add(TELLING_SEEN, lists.tellsSeen() ? 1 : 0);
        add(LISTING_ANY, lists.listsAny() ? 1 : 0);
        add(LINES, lists.lines());
        add(IDENTIFIED, lists.identified());
    }

    /** The vendors' times that could not be read. */
    public void addUnreadableTimes(long count) {
        add(UNREADABLE_TIMES, count);
    }

    /** Adds what was counted of another part, as {@link #text()} has it. */
    public void addAll(String text) {
        text.lines().map(line -> line.split("=", 2)).forEach(line -> {
            long count = Long.parseLong(line[1]);
            if (line[0].startsWith(VERDICT)) {
                verdicts.merge(Verdict.valueOf(line[0].substring(VERDICT.length())), count, Long::sum);
            } else {
                add(line[0], count);
            }
        });
    }

    /** Lines {@code name=number}. */
    public String text() {
        Map<String, Long> all = new TreeMap<>(others);
        verdicts.forEach((verdict, count) -> all.put(VERDICT + verdict, count));
        return all.entrySet().stream().map(Entry::toString).collect(Collectors.joining("\n"));
    }

    /** The rows of each verdict that there are. */
    public Map<Verdict, Long> verdicts() {
        return verdicts;
    }

    public long reports() {
        return others.getOrDefault(REPORTS, 0L);
    }

    /** The reports that have a list that tells what was seen. */
    public long tellingSeen() {
        return others.getOrDefault(TELLING_SEEN, 0L);
    }

    /** Those in which that list has a line, readable or not. */
    public long listingAny() {
        return others.getOrDefault(LISTING_ANY, 0L);
    }

    /** Of all lists. */
    public long lines() {
        return others.getOrDefault(LINES, 0L);
    }

    /** The lines that have an identifier. */
    public long identified() {
        return others.getOrDefault(IDENTIFIED, 0L);
    }

    public long unreadableTimes() {
        return others.getOrDefault(UNREADABLE_TIMES, 0L);
    }

    private void add(String name, long count) {
        others.merge(name, count, Long::sum);
    }
}
