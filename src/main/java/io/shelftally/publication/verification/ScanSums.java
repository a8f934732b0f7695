package io.shelftally.publication.verification;

import io.shelftally.publication.verification.Finding.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the counts of each scan with its rows in {@code reconciled_items.csv}, which has them side by side. */
final class ScanSums {

    private static final Set<String> BREAKS = Set.of("CAPTURED_NOT_SEEN", "OOS_DISPUTED", "REPORT_CONFLICT");
    private static final List<String> COUNTS =
            List.of("seen_count", "oos_count", "captured_count", "confirmed_count", "break_count");
    private static final List<String> ITEM_COLUMNS = List.of("seen", "out_of_stock", "captured", "verdict");
    private static final int NONE = -1;

    private final Findings findings;
    private long[] ids = new long[64];
    private long[] lines = new long[64];
    private int[] told = new int[64 * COUNTS.size()];
    private int[] found = new int[64 * COUNTS.size()];
    private int scans;

    ScanSums(Findings findings) {
        this.findings = findings;
    }

    /** What is to be done with each row of the table, of scans before items. */
    Optional<Rows> of(Resource resource) {
        int id = resource.indexOf("scan_id");
        if (resource.name().equals("scans") && id >= 0 && resource.columns().containsAll(COUNTS)) {
            int[] counts = COUNTS.stream().mapToInt(resource::indexOf).toArray();
            int outcome = resource.indexOf("outcome");
            return Optional.of((line, cells) -> takeScan(line, cells, id, outcome, counts));
        }
        if (resource.name().equals("reconciled_items")
                && id >= 0
                && resource.columns().containsAll(ITEM_COLUMNS)) {
            int[] columns = ITEM_COLUMNS.stream().mapToInt(resource::indexOf).toArray();
            return Optional.of((line, cells) -> takeItem(Longs.parse(cells.get(id)), cells, columns));
        }
        return Optional.empty();
    }

    /** After the rows of both tables. */
    void compare() {
        for (int scan = 0; scan < scans; scan++) {
            for (int count = 0; count < COUNTS.size(); count++) {
                int at = scan * COUNTS.size() + count;
                if (Math.max(told[at], 0) != found[at]) {
                    wrong(
                            lines[scan],
                            COUNTS.get(count) + " is " + (told[at] == NONE ? "empty" : told[at])
                                    + ", and reconciled_items.csv has " + found[at] + " such rows");
                }
            }
        }
    }

    private void takeScan(long line, List<String> cells, int id, int outcome, int[] columns) {
        if (scans == ids.length) {
            ids = Arrays.copyOf(ids, 2 * scans);
            lines = Arrays.copyOf(lines, 2 * scans);
            told = Arrays.copyOf(told, 2 * told.length);
            found = Arrays.copyOf(found, 2 * found.length);
        }
        ids[scans] = Longs.parse(cells.get(id));
        lines[scans] = line;
        boolean isReported = outcome < 0 || cells.get(outcome).equals("REPORTED");
        for (int count = 0; count < columns.length; count++) {
            String cell = cells.get(columns[count]);
            told[scans * columns.length + count] = cell.isEmpty() ? NONE : (int) Longs.parse(cell);
            boolean mayBeEmpty = !isReported || count < 2;
            if (cell.isEmpty() ? !mayBeEmpty : !isReported) {
                wrong(line, COUNTS.get(count) + " does not fit the outcome " + cells.get(outcome));
            }
        }
        scans++;
    }

    private void takeItem(long id, List<String> cells, int[] columns) {
        int scan = Arrays.binarySearch(ids, 0, scans, id);
        if (scan < 0) {
            return;
        }
        String verdict = cells.get(columns[3]);
        count(scan, 0, cells.get(columns[0]).equals("true"));
        count(scan, 1, cells.get(columns[1]).equals("true"));
        count(scan, 2, cells.get(columns[2]).equals("true"));
        count(scan, 3, verdict.equals("CONFIRMED"));
        count(scan, 4, BREAKS.contains(verdict));
    }

    private void count(int scan, int count, boolean counts) {
        found[scan * COUNTS.size() + count] += counts ? 1 : 0;
    }

    private void wrong(long line, String problem) {
        findings.wrong(Part.SUMS, "scans.csv", line, problem);
    }
}
