package io.shelftally.nights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Nights that hang together, made from a seed: scans and captures that stay open over nights, captures that come late to a
 * scan reported long before, and places where breaks open, close and come back. Scans without a store get the sandbox's area, of
 * which there are three.
 */
final class Story {

    private static final List<String> CODES =
            List.of("00013562302284", "00014100095071", "0072080274329", "00013562109012");

    private static final int SCANS = 3;
    private static final int LONGEST_OPEN = 6;

    private final List<LocalDate> dates;
    private final List<Scan> scans = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();

    private record Scan(long id, int night, int complete, String place, String fields) {}

    private record Capture(String id, int night, int settled, long scanId, String link, String fields) {}

    Story(long seed, List<LocalDate> dates) {
        this.dates = List.copyOf(dates);
        Random random = new Random(seed);
        for (int night = 0; night < dates.size(); night++) {
            for (int i = 1; i <= SCANS; i++) {
                add(random, night, 1000L * night + i);
            }
        }
    }

    private void add(Random random, int night, long scanId) {
        String place = List.of("S1,dairy", "S1,bread", "S2,dairy", ",").get(random.nextInt(4));
        scans.add(new Scan(
                scanId,
                night,
                night + later(random),
                place,
                "'report': {'ITEMS_SEEN': [" + some(random, 2) + "], 'OOS': [" + some(random, 4) + "]}"));
        for (int i = 1; i <= 4; i++) {
            String link = List.of("list", "list", "id", "guid").get(random.nextInt(4));
            String code = CODES.get(random.nextInt(CODES.size()));
            String metadata = switch (link) {
                case "id" -> ", 'object': {'metadata': {'scan_id': " + scanId + "}}";
                case "guid" -> ", 'object': {'metadata': {'scan_guid': 'shelf-" + scanId + "'}}";
                default -> "";
            };
            captures.add(new Capture(
                    Ids.id("scan" + scanId + "x" + (char) ('a' + i)),
                    night,
                    night + later(random),
                    scanId,
                    link,
                    "'code': '" + code + "'" + metadata));
        }
    }

    /** Most are settled at once. */
    private static int later(Random random) {
        return random.nextInt(3) == 0 ? 1 + random.nextInt(LONGEST_OPEN) : 0;
    }

    private static String some(Random random, int oneIn) {
        return String.join(
                ", ",
                CODES.stream()
                        .filter(code -> random.nextInt(oneIn) == 0)
                        .map(code -> "'" + code + "'")
                        .toList());
    }

    String date(int night) {
        return dates.get(night).toString();
    }

    /** The vendors as they are on a night. */
    WorldText world(int night) {
        WorldText world = new WorldText();
        scans.forEach(scan -> world.scan(
                scan.id(),
                "'progression': ['" + (scan.complete() <= night ? "COMPLETE" : "IN_PROGRESS") + "']",
                scan.fields()));
        captures.forEach(capture -> world.capture(
                capture.id(),
                capture.fields(),
                "'progression': ['" + (capture.settled() <= night ? "COMPLETED" : "PENDING") + "']"));
        return world;
    }

    /** Writes the work list of a night. */
    Desk lists(Desk desk, int night) {
        List<String> scanLines = new ArrayList<>(List.of("scan_id,store_id,section"));
        scans.stream()
                .filter(scan -> scan.night() == night)
                .forEach(scan -> scanLines.add(scan.id() + "," + scan.place()));
        List<String> captureLines = new ArrayList<>(List.of("capture_id,scan_id"));
        captures.stream()
                .filter(capture -> capture.night() == night)
                .forEach(capture ->
                        captureLines.add(capture.id() + "," + (capture.link().equals("list") ? capture.scanId() : "")));
        return desk.scans(scanLines.toArray(String[]::new)).captures(captureLines.toArray(String[]::new));
    }
}
