package io.shelftally.nights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Nights drawn from a seed: captures and scans, how the vendors answer about them night by night, and what is listed when. */
final class DrawnNights {

    /** How Closient answers about a capture, as long as a start of the job lasts. */
    enum CaptureLife {
        COMPLETED,
        NOT_FOUND,
        PENDING,
        FAILED,
        RETRIED,
        GONE,
        REFUSED,
        SILENT
    }

    /** How Pensa answers about a scan. */
    enum ScanLife {
        MISSING,
        IN_PROGRESS,
        FAILED,
        NOT_READY,
        BROKEN_REPORT,
        REFUSED,
        READY
    }

    /**
     * A capture at the vendor; empty texts for what it has not.
     *
     * @param metadataScan a JSON value
     */
    record Capture(String id, String gtin, String metadataScan, String guid) {}

    /** @param outOfStock empty if there is no such report */
    record Scan(long id, String guid, boolean tellsGuid, Set<String> seen, Optional<Set<String>> outOfStock) {}

    record CaptureLine(String id, @Nullable Long scan, String store) {}

    record ScanLine(long id, String store, String section) {}

    /**
     * One start of the job for a date.
     *
     * @param isPensaDown whether nothing at all comes from Pensa
     */
    record Start(
            LocalDate date,
            List<CaptureLine> captures,
            List<ScanLine> scans,
            Map<String, CaptureLife> captureLives,
            Map<Long, ScanLife> scanLives,
            boolean isPensaDown) {}

    private static final List<String> CODES =
            List.of("00013562302284", "00014100095071", "00013562493234", "00013562109012");
    private static final int CAPTURES = 44;
    private static final int SCANS = 16;

    final Map<String, Capture> captures = new TreeMap<>();
    final Map<Long, Scan> scans = new TreeMap<>();
    final int maxRetries;
    final List<Start> starts = new ArrayList<>();

    private final Map<String, Integer> settledOn = new HashMap<>();
    private final Map<Long, Integer> finalOn = new HashMap<>();
    private final Random random;

    DrawnNights(long seed) {
        random = new Random(seed);
        maxRetries = random.nextInt(2);
        int nights = 6 + random.nextInt(3);
        IntStream.rangeClosed(1, SCANS).forEach(id -> drawScan(id, nights));
        IntStream.range(0, CAPTURES).forEach(number -> drawCapture(number, nights));
        drawStarts(nights);
    }

    private void drawScan(long id, int nights) {
        String guid = chance(20) ? "twice" : "shelf-" + id;
        scans.put(id, new Scan(id, guid, !chance(20), some(), chance(25) ? Optional.empty() : Optional.of(some())));
        finalOn.put(id, random.nextInt(nights));
    }

    private void drawCapture(int number, int nights) {
        String id = Ids.id("cap" + (char) ('a' + number / 10) + (char) ('a' + number % 10));
        String metadataScan = chance(35) ? metadataScan() : "";
        String guid = chance(35) ? guid() : "";
        captures.put(id, new Capture(id, chance(10) ? "" : oneOf(CODES), metadataScan, guid));
        settledOn.put(id, random.nextInt(3) == 0 ? random.nextInt(nights) : 0);
    }

    private String metadataScan() {
        long scan = scanId();
        return oneOf(List.of(
                "" + scan,
                "" + scan,
                "'" + scan + "'",
                "'00" + scan + "'",
                "' " + scan + "'",
                "'x" + scan + "'",
                "-1",
                "0",
                "9223372036854775808",
                "null",
                "true",
                "[" + scan + "]",
                "'" + scan + ".5'",
                "''"));
    }

    private String guid() {
        return oneOf(List.of("shelf-" + scanId(), "shelf-" + scanId(), "twice", "TWICE", "nobody"));
    }

    /** Some have none that any list could name. */
    private long scanId() {
        return 1L + random.nextInt(SCANS + 2);
    }

    private void drawStarts(int nights) {
        Map<String, Integer> firstListed = new HashMap<>();
        captures.keySet().forEach(id -> firstListed.put(id, random.nextInt(nights - 2)));
        Map<Long, Integer> scanListed = new HashMap<>();
        scans.keySet().forEach(id -> scanListed.put(id, chance(25) ? nights : random.nextInt(nights)));
        LocalDate date = LocalDate.of(2026, 11, 1);
        for (int night = 0; night < nights; night++) {
            int now = night;
            List<CaptureLine> captureLines = captures.keySet().stream()
                    .filter(id -> isListed(Objects.requireNonNull(firstListed.get(id)), now))
                    .map(this::line)
                    .toList();
            List<ScanLine> scanLines = scans.keySet().stream()
                    .filter(id -> isListed(Objects.requireNonNull(scanListed.get(id)), now))
                    .map(this::line)
                    .toList();
            for (int again = chance(20) ? 2 : 1; again > 0; again--) {
                starts.add(new Start(date, captureLines, scanLines, captureLives(night), scanLives(night), chance(8)));
            }
            date = date.plusDays(chance(20) ? 2 : 1);
        }
    }

    private boolean isListed(int firstNight, int night) {
        return firstNight == night || (firstNight < night && chance(7));
    }

    private CaptureLine line(String id) {
        return new CaptureLine(id, chance(45) ? scanId() : null, chance(30) ? "C" + random.nextInt(3) : "");
    }

    private ScanLine line(long id) {
        return new ScanLine(id, chance(60) ? "S" + random.nextInt(3) : "", chance(50) ? "dairy" : "");
    }

    private Map<String, CaptureLife> captureLives(int night) {
        Map<String, CaptureLife> lives = new TreeMap<>();
        captures.keySet().forEach(id -> lives.put(id, captureLife(Objects.requireNonNull(settledOn.get(id)) <= night)));
        return lives;
    }

    private CaptureLife captureLife(boolean isSettled) {
        if (!isSettled) {
            return chance(10) ? CaptureLife.SILENT : CaptureLife.PENDING;
        }
        if (chance(65)) {
            return CaptureLife.COMPLETED;
        }
        return oneOf(List.of(CaptureLife.values()));
    }

    private Map<Long, ScanLife> scanLives(int night) {
        Map<Long, ScanLife> lives = new TreeMap<>();
        scans.keySet().forEach(id -> lives.put(id, scanLife(Objects.requireNonNull(finalOn.get(id)) <= night, id)));
        return lives;
    }

    /** A scan that is final stays so. */
    private ScanLife scanLife(boolean isFinal, long id) {
        if (id % 7 == 0) {
            return ScanLife.MISSING;
        }
        if (isFinal) {
            return chance(70)
                    ? ScanLife.READY
                    : oneOf(List.of(ScanLife.NOT_READY, ScanLife.BROKEN_REPORT, ScanLife.REFUSED, ScanLife.READY));
        }
        return chance(8) ? ScanLife.FAILED : chance(50) ? ScanLife.IN_PROGRESS : ScanLife.MISSING;
    }

    private Set<String> some() {
        Set<String> some = new TreeSet<>();
        CODES.stream().filter(code -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** The vendors as a start of the job finds them. */
    WorldText world(Start start) {
        WorldText world = new WorldText();
        captures.values().forEach(capture -> {
            CaptureLife life = Objects.requireNonNull(start.captureLives().get(capture.id()));
            if (life != CaptureLife.GONE) {
                world.capture(capture.id(), object(capture), fields(life));
            }
        });
        scans.values().forEach(scan -> {
            ScanLife life = Objects.requireNonNull(start.scanLives().get(scan.id()));
            String model = scan.tellsGuid()
                    ? "'item': {'scan_metadata': {'guid': '" + scan.guid() + "'}}"
                    : "'model': 'NEWER'";
            world.scan(scan.id(), model, fields(life), life == ScanLife.READY ? report(scan) : "");
        });
        return world;
    }

    private static String object(Capture capture) {
        String code = capture.gtin().isEmpty() ? "" : "'code': '" + capture.gtin() + "', ";
        String metadata = String.join(
                ", ",
                List.of(
                                capture.metadataScan().isEmpty() ? "" : "'scan_id': " + capture.metadataScan(),
                                capture.guid().isEmpty() ? "" : "'scan_guid': '" + capture.guid() + "'")
                        .stream()
                        .filter(field -> !field.isEmpty())
                        .toList());
        String none = capture.gtin().isEmpty() ? "'raw_value': 'hello', 'gtin': '', " : "";
        return code + "'object': {" + none + "'metadata': {" + metadata + "}}";
    }

    private static String fields(CaptureLife life) {
        return switch (life) {
            case FAILED -> "'progression': ['FAILED'], 'retrySteps': [{'status': 409, 'times': 'forever'}]";
            case RETRIED -> "'progression': ['FAILED'], 'afterRetry': [['COMPLETED']]";
            case REFUSED -> "'readSteps': [{'status': 422, 'times': 'forever'}]";
            case SILENT -> "'readSteps': [{'status': 503, 'times': 'forever'}]";
            case GONE -> "";
            default -> "'progression': ['" + life + "']";
        };
    }

    private static String fields(ScanLife life) {
        return switch (life) {
            case MISSING -> "'progression': [null]";
            case IN_PROGRESS, FAILED -> "'progression': ['" + life + "']";
            case REFUSED -> "'reportSteps': [{'status': 422, 'times': 'forever'}]";
            case BROKEN_REPORT -> "'reportSteps': [{'status': 500, 'times': 'forever'}]";
            case NOT_READY, READY -> "";
        };
    }

    private static String report(Scan scan) {
        return "'report': {'ITEMS_SEEN': " + list(scan.seen())
                + scan.outOfStock().map(codes -> ", 'OOS': " + list(codes)).orElse("") + "}";
    }

    private static String list(Set<String> codes) {
        return "["
                + String.join(", ", codes.stream().map(code -> "'" + code + "'").toList()) + "]";
    }
}
