package io.shelftally.night.scans;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reports as they were read when they came, so that the same process need not read them once more to derive their rows. Nothing
 * rests on it: each stands under the hash of its answer, and what is not here is read from evidence. For any thread.
 */
@Component
public final class KnownReports {

    /** Of the heap that Java may take. */
    private static final int SHARE = 8;

    /** What a report takes besides its lines, and a line that others have too. */
    private static final int BYTES_OF_REPORT = 512;

    private static final int BYTES_OF_LINE = 4;

    /** A line that no other has takes as much more than its JSON did. */
    private static final int TIMES_JSON = 3;

    private final long mostBytes;
    private final Map<Long, Known> reports = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean keeps;

    private record Known(String sha256, ScanReport report, long bytes) {}

    public KnownReports() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    KnownReports(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** From now on reports are kept, up to a bound. */
    public void begin() {
        clear();
        keeps = true;
    }

    /** Forgets all of them, and keeps no more. */
    public void clear() {
        keeps = false;
        reports.clear();
        bytes.set(0);
    }

    /** Whether it is worth while to keep what is read. */
    boolean keeps() {
        return keeps && bytes.get() < mostBytes;
    }

    /**
     * Keeps a report in place of an earlier one of its scan.
     *
     * @param sha256 of the answer, 64 hex digits
     * @param newJson bytes of the lines that were not known before
     */
    void keep(long scanId, String sha256, ScanReport report, long newJson) {
        if (keeps()) {
            long lines = report.lists().values().stream()
                    .mapToLong(ProductLines::count)
                    .sum();
            Known known = new Known(sha256, report, BYTES_OF_REPORT + BYTES_OF_LINE * lines + TIMES_JSON * newJson);
            bytes.addAndGet(known.bytes);
            forget(reports.put(scanId, known));
        }
    }

    /** The report that was read from an answer; empty if it is not kept, or was taken before. */
    public Optional<ScanReport> take(long scanId, String sha256) {
        Known known = reports.remove(scanId);
        forget(known);
        return Optional.ofNullable(known)
                .filter(some -> some.sha256.equals(sha256))
                .map(Known::report);
    }

    private void forget(@Nullable Known known) {
        if (known != null) {
            bytes.addAndGet(-known.bytes);
        }
    }
}
