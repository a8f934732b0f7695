package io.shelftally.nights;

import io.shelftally.nights.DrawnNights.Capture;
import io.shelftally.nights.DrawnNights.CaptureLife;
import io.shelftally.nights.DrawnNights.CaptureLine;
import io.shelftally.nights.DrawnNights.Scan;
import io.shelftally.nights.DrawnNights.ScanLife;
import io.shelftally.nights.DrawnNights.ScanLine;
import io.shelftally.nights.DrawnNights.Start;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules of docs/rules.md from night to night once more, by plain maps and without the job's code: what is carried, what
 * waits and for how long, what reopens, and what each line then says. For captures that are read once a start.
 */
final class NightsModel {

    private static final int FURTHER_NIGHTS = 3;

    /** What is remembered of a capture. */
    private static final class CaptureState {
        private final String gtin;
        private @Nullable Long rowScan;
        private String store = "";
        private String ending = "";
        private String status = "";
        private int retries;
        private boolean wasAsked;
        private boolean wasAnswered;
        private Optional<Long> link = Optional.empty();
        private @Nullable LocalDate unlinkedSince;
        private String outcome = "";
        private boolean isCarried;

        private CaptureState(String gtin) {
            this.gtin = gtin;
        }
    }

    /** What is remembered of a scan. */
    private static final class ScanState {
        private String store = "";
        private String section = "";
        private String ending = "";
        private boolean isReportDue;
        private boolean wasAsked;
        private boolean wasAnswered;
        private boolean wasPresent;
        private boolean wasMissing;
        private boolean isGuidTold;
        private final Set<LocalDate> askedOn = new HashSet<>();
        private @Nullable LocalDate unknownSince;
        private String outcome = "";
        private boolean isCarried;
    }

    /** What is published of a night. */
    record Lines(
            Map<String, Map<String, String>> captures,
            Map<String, Map<String, String>> scans,
            Map<String, Map<String, String>> items) {}

    private final DrawnNights drawn;
    private final Map<String, CaptureState> captures = new TreeMap<>();
    private final Map<Long, ScanState> scans = new TreeMap<>();
    private final TreeSet<LocalDate> published = new TreeSet<>();
    private final Map<String, TreeSet<Long>> guids = new HashMap<>();
    private final Map<Long, LocalDate> firstNamed = new HashMap<>();
    private final Set<String> tonight = new TreeSet<>();
    private final Set<Long> scansTonight = new TreeSet<>();
    private LocalDate date = LocalDate.MIN;

    NightsModel(DrawnNights drawn) {
        this.drawn = drawn;
    }

    /** What a start publishes; empty if too little was covered. */
    Optional<Lines> play(Start start) {
        if (!start.date().equals(date)) {
            beginNight(start.date());
        }
        start.captures().forEach(this::list);
        start.scans().forEach(this::list);
        tonight.forEach(
                id -> ask(id, Objects.requireNonNull(start.captureLives().get(id))));
        scansTonight.forEach(id -> ask(
                id,
                start.isPensaDown()
                        ? null
                        : Objects.requireNonNull(start.scanLives().get(id))));
        tonight.forEach(this::link);
        Set<Long> reopened = reopened();
        scansTonight.forEach(id -> decide(scan(id)));
        tonight.forEach(id -> decide(capture(id), reopened));
        if (!isCovered()) {
            return Optional.empty();
        }
        published.add(date);
        return Optional.of(lines(reopened));
    }

    /** What an earlier night carries, or has not published, is of this one. */
    private void beginNight(LocalDate night) {
        boolean isAllLeft = !published.contains(date);
        tonight.removeIf(id -> !isAllLeft && !capture(id).isCarried);
        scansTonight.removeIf(id -> !isAllLeft && !scan(id).isCarried);
        captures.values().forEach(state -> {
            state.retries = 0;
            state.wasAsked = false;
            state.wasAnswered = false;
        });
        scans.values().forEach(state -> {
            state.wasAsked = false;
            state.wasAnswered = false;
            state.wasPresent = false;
            state.wasMissing = false;
            if (!isAllLeft && !state.outcome.equals("UNKNOWN_SCAN")) {
                state.unknownSince = null;
            }
        });
        date = night;
    }

    private void list(CaptureLine line) {
        String gtin = Objects.requireNonNull(drawn.captures.get(line.id())).gtin();
        CaptureState state = captures.computeIfAbsent(line.id(), id -> new CaptureState(gtin));
        boolean isNew = tonight.add(line.id());
        if (!state.wasAsked && !state.ending.isEmpty() && !state.ending.equals("SETTLED")) {
            state = new CaptureState(gtin);
            captures.put(line.id(), state);
        }
        if (isNew) {
            state.unlinkedSince = null;
        }
        state.rowScan = line.scan() == null ? state.rowScan : line.scan();
        state.store = line.store().isEmpty() ? state.store : line.store();
    }

    private void list(ScanLine line) {
        ScanState state = scans.computeIfAbsent(line.id(), id -> new ScanState());
        boolean isNew = scansTonight.add(line.id());
        boolean hasFailed = !state.ending.isEmpty() && !state.ending.equals("REPORTED");
        boolean isGivenUp = isNew && state.ending.isEmpty();
        if (!state.wasAsked && (hasFailed || isGivenUp)) {
            ScanState anew = new ScanState();
            anew.askedOn.addAll(state.askedOn);
            state = anew;
            scans.put(line.id(), state);
        }
        state.store = line.store().isEmpty() ? state.store : line.store();
        state.section = line.section().isEmpty() ? state.section : line.section();
    }

    private void ask(String id, CaptureLife life) {
        CaptureState state = capture(id);
        if (!state.ending.isEmpty()) {
            return;
        }
        state.wasAsked = true;
        state.wasAnswered |= life != CaptureLife.SILENT;
        switch (life) {
            case COMPLETED, NOT_FOUND -> settle(state, life.name());
            case PENDING -> state.status = "PENDING";
            case RETRIED -> {
                if (drawn.maxRetries > state.retries) {
                    state.retries++;
                    settle(state, "COMPLETED");
                } else {
                    fail(state);
                }
            }
            case FAILED -> fail(state);
            case GONE -> state.ending = "UNKNOWN_CAPTURE";
            case REFUSED -> state.ending = "REJECTED";
            case SILENT -> {}
        }
    }

    private static void settle(CaptureState state, String status) {
        state.status = status;
        state.ending = "SETTLED";
    }

    private static void fail(CaptureState state) {
        state.status = "FAILED";
        state.ending = "UNRESOLVED";
    }

    /** @param life null if nothing comes from the vendor */
    private void ask(long id, @Nullable ScanLife life) {
        ScanState state = scan(id);
        if (!state.ending.isEmpty()) {
            return;
        }
        state.wasAsked = true;
        state.askedOn.add(date);
        if (life != null && !state.isReportDue) {
            askStatus(id, state, life);
        }
        if (life != null && state.isReportDue) {
            askReport(state, life);
        }
    }

    private void askStatus(long id, ScanState state, ScanLife life) {
        if (life == ScanLife.MISSING) {
            state.wasMissing = true;
            return;
        }
        state.wasPresent = true;
        state.wasAnswered = true;
        Scan scan = Objects.requireNonNull(drawn.scans.get(id));
        if (scan.tellsGuid()) {
            state.isGuidTold = true;
            guids.computeIfAbsent(scan.guid(), guid -> new TreeSet<>()).add(id);
        }
        if (life == ScanLife.FAILED) {
            state.ending = "FAILED";
        } else if (life != ScanLife.IN_PROGRESS) {
            state.isReportDue = true;
        }
    }

    private static void askReport(ScanState state, ScanLife life) {
        state.wasAnswered |= life != ScanLife.BROKEN_REPORT;
        if (life == ScanLife.READY) {
            state.ending = "REPORTED";
        } else if (life == ScanLife.REFUSED) {
            state.ending = "REPORT_REJECTED";
        }
    }

    /** By its row, the scan id of its metadata, the guid of its metadata; the metadata of its last answer. */
    private void link(String id) {
        CaptureState state = capture(id);
        Capture capture = Objects.requireNonNull(drawn.captures.get(id));
        Optional<Long> link = Optional.ofNullable(state.rowScan);
        if (link.isEmpty() && !state.status.isEmpty()) {
            link = metadataScan(capture).or(() -> withGuid(capture.guid()));
        }
        state.link = link;
        link.ifPresent(scan -> firstNamed.putIfAbsent(scan, date));
    }

    private static Optional<Long> metadataScan(Capture capture) {
        String text = capture.metadataScan().replace("'", "").strip();
        boolean isNumber = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return Optional.of(isNumber ? new BigInteger(text) : BigInteger.ZERO)
                .filter(number -> number.signum() > 0 && number.bitLength() < 64)
                .map(BigInteger::longValue);
    }

    private Optional<Long> withGuid(String guid) {
        return Optional.ofNullable(guids.get(guid)).map(TreeSet::first);
    }

    /** Scans of earlier nights whose evidence a capture of tonight adds to. */
    private Set<Long> reopened() {
        Set<Long> reopened = new TreeSet<>();
        for (String id : tonight) {
            CaptureState state = capture(id);
            state.link
                    .filter(scan -> state.ending.equals("SETTLED") && !scansTonight.contains(scan))
                    .filter(scan -> scans.containsKey(scan) && scan(scan).ending.equals("REPORTED"))
                    .ifPresent(reopened::add);
        }
        return reopened;
    }

    private void decide(ScanState state) {
        state.outcome = !state.ending.isEmpty()
                ? state.ending
                : state.isReportDue
                        ? "REPORT_NOT_READY"
                        : state.wasMissing && !state.wasPresent ? "UNKNOWN_SCAN" : "IN_PROGRESS";
        boolean isUnknown = state.outcome.equals("UNKNOWN_SCAN");
        if (!isUnknown) {
            state.isCarried = state.ending.isEmpty();
            return;
        }
        if (state.unknownSince == null) {
            state.unknownSince = date;
        }
        state.isCarried = !isLast(state.unknownSince);
    }

    /** Whether tonight is the last of the nights that began with this one, of which those count that were published. */
    private boolean isLast(LocalDate since) {
        return published.subSet(since, true, date, false).size() >= FURTHER_NIGHTS;
    }

    private void decide(CaptureState state, Set<Long> reopened) {
        state.outcome = outcome(state, reopened);
        boolean isUnlinked = state.outcome.equals("UNLINKED");
        if (isUnlinked && state.unlinkedSince == null) {
            state.unlinkedSince = date;
        }
        state.isCarried = switch (state.outcome) {
            case "IN_PROGRESS", "WAITING_FOR_SCAN" -> true;
            case "UNLINKED" -> !isLast(Objects.requireNonNull(state.unlinkedSince));
            default -> false;
        };
    }

    private String outcome(CaptureState state, Set<Long> reopened) {
        if (!state.ending.equals("SETTLED")) {
            return state.ending.isEmpty() ? "IN_PROGRESS" : state.ending;
        }
        if (state.gtin.isEmpty()) {
            return "NO_IDENTIFIER";
        }
        if (state.link.isEmpty()) {
            return "UNLINKED";
        }
        long scan = state.link.get();
        if (!scans.containsKey(scan)) {
            return isLast(Objects.requireNonNull(firstNamed.get(scan))) ? "SCAN_UNAVAILABLE" : "WAITING_FOR_SCAN";
        }
        if (reopened.contains(scan) || scan(scan).outcome.equals("REPORTED")) {
            return "RECONCILED";
        }
        return scansTonight.contains(scan) && scan(scan).isCarried ? "WAITING_FOR_SCAN" : "SCAN_UNAVAILABLE";
    }

    private boolean isCovered() {
        long asked = tonight.stream().filter(id -> capture(id).wasAsked).count();
        long answered = tonight.stream().filter(id -> capture(id).wasAnswered).count();
        long scansAsked = scansTonight.stream().filter(id -> scan(id).wasAsked).count();
        long scansAnswered =
                scansTonight.stream().filter(id -> scan(id).wasAnswered).count();
        return 2 * answered >= asked && 2 * scansAnswered >= scansAsked;
    }

    private Lines lines(Set<Long> reopened) {
        Map<String, Map<String, String>> captureLines = new TreeMap<>();
        Map<String, Map<String, String>> scanLines = new TreeMap<>();
        Map<String, Map<String, String>> itemLines = new TreeMap<>();
        Set<Long> all = new TreeSet<>(scansTonight);
        all.addAll(reopened);
        for (long id : all) {
            Map<String, Map<String, String>> items = scan(id).ending.equals("REPORTED") ? items(id) : Map.of();
            items.forEach((gtin, item) -> itemLines.put(id + " " + gtin, item));
            scanLines.put("" + id, line(id, items));
        }
        tonight.forEach(id -> captureLines.put(id, line(id)));
        return new Lines(captureLines, scanLines, itemLines);
    }

    private Map<String, String> line(String id) {
        CaptureState state = capture(id);
        Map<String, String> line = new LinkedHashMap<>();
        line.put("business_date", date.toString());
        line.put("scan_id", state.link.map(String::valueOf).orElse(""));
        line.put(
                "store_id",
                !state.store.isEmpty()
                        ? state.store
                        : state.link.map(scans::get).map(scan -> scan.store).orElse(""));
        line.put("outcome", state.outcome);
        line.put("status", state.status);
        line.put("retries", "" + state.retries);
        line.put("gtin", state.status.isEmpty() ? "" : state.gtin);
        return line;
    }

    private Map<String, String> line(long id, Map<String, Map<String, String>> items) {
        ScanState state = scan(id);
        Scan scan = Objects.requireNonNull(drawn.scans.get(id));
        boolean isReported = state.ending.equals("REPORTED");
        Map<String, String> line = new LinkedHashMap<>();
        line.put("business_date", date.toString());
        line.put("store_id", state.store);
        line.put("section", state.section);
        line.put("outcome", isReported ? "REPORTED" : state.outcome);
        line.put("nights_open", "" + state.askedOn.size());
        line.put("guid", state.isGuidTold ? scan.guid() : "");
        line.put("seen_count", isReported ? "" + scan.seen().size() : "");
        line.put(
                "oos_count",
                isReported ? scan.outOfStock().map(codes -> "" + codes.size()).orElse("") : "");
        line.put("captured_count", isReported ? "" + count(items, "captured", "true") : "");
        line.put("confirmed_count", isReported ? "" + count(items, "verdict", "CONFIRMED") : "");
        return line;
    }

    private static long count(Map<String, Map<String, String>> items, String column, String value) {
        return items.values().stream()
                .filter(item -> value.equals(item.get(column)))
                .count();
    }

    /** Of all captures that were ever linked to the scan, as they were last dealt with. */
    private Map<String, Map<String, String>> items(long scanId) {
        Scan scan = Objects.requireNonNull(drawn.scans.get(scanId));
        Map<String, TreeSet<String>> captured = new TreeMap<>();
        captures.forEach((id, state) -> {
            if (state.link.equals(Optional.of(scanId)) && state.ending.equals("SETTLED") && !state.gtin.isEmpty()) {
                captured.computeIfAbsent(state.gtin, gtin -> new TreeSet<>()).add(id);
            }
        });
        Set<String> gtins = new TreeSet<>(captured.keySet());
        gtins.addAll(scan.seen());
        scan.outOfStock().ifPresent(gtins::addAll);
        Map<String, Map<String, String>> items = new TreeMap<>();
        for (String gtin : gtins) {
            Set<String> by = captured.getOrDefault(gtin, new TreeSet<>());
            boolean isOut = scan.outOfStock().map(codes -> codes.contains(gtin)).orElse(false);
            Map<String, String> item = new LinkedHashMap<>();
            item.put("business_date", date.toString());
            item.put("store_id", scan(scanId).store);
            item.put("captured", "" + !by.isEmpty());
            item.put("verdict", verdict(!by.isEmpty(), scan.seen().contains(gtin), isOut));
            item.put("capture_ids", String.join("|", by));
            item.put("capture_count", "" + by.size());
            items.put(gtin, item);
        }
        return items;
    }

    private static String verdict(boolean isCaptured, boolean isSeen, boolean isOut) {
        if (isOut) {
            return isCaptured ? "OOS_DISPUTED" : isSeen ? "REPORT_CONFLICT" : "OOS_REPORTED";
        }
        return !isCaptured ? "SEEN_NOT_CAPTURED" : isSeen ? "CONFIRMED" : "CAPTURED_NOT_SEEN";
    }

    private CaptureState capture(String id) {
        return Objects.requireNonNull(captures.get(id));
    }

    private ScanState scan(long id) {
        return Objects.requireNonNull(scans.get(id));
    }
}
