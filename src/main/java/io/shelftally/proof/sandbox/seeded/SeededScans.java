package io.shelftally.proof.sandbox.seeded;

import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.Report;
import io.shelftally.proof.sandbox.world.ScanScript;
import io.shelftally.proof.sandbox.world.StatusTemplate;
import io.shelftally.proof.sandbox.world.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The scans of a made world: scan {@code n} is always the same, whichever is asked for first. */
final class SeededScans {

    private static final long FIRST_ID = 1_000_001;
    private static final JsonNode LEFT_OUT = Json.MAPPER.nullNode();
    private static final JsonNode IN_PROGRESS = StatusTemplate.state("IN_PROGRESS");
    private static final JsonNode HALF_DONE =
            Json.object().put("status", "IN_PROGRESS").put("fast_status", "COMPLETE");
    private static final JsonNode COMPLETE = StatusTemplate.state("COMPLETE");
    private static final List<Step> NOT_READY_ONCE = steps("{\"status\": 404}");
    private static final List<Step> REFUSED = steps("{\"status\": 422, \"times\": \"forever\"}");
    private static final List<Step> SHORT_FAILURE = steps("{\"status\": 503, \"retryAfter\": \"1\"}");

    private final SeededOptions options;
    private final Catalogue catalogue;
    private final ReportLines lines;

    SeededScans(SeededOptions options, Catalogue catalogue) {
        this.options = options;
        this.catalogue = catalogue;
        this.lines = new ReportLines(catalogue, options.delivered());
    }

    long id(int index) {
        return FIRST_ID + index;
    }

    /** Any text, as the vendor's own are no UUIDs. */
    String guid(int index) {
        return "shelf-" + Long.toHexString(dice("guid", index).next());
    }

    boolean hasGuid(int index) {
        return dice("model", index).percent(80);
    }

    Shelf shelf(int index) {
        return new Shelf(catalogue, options.products(), dice("shelf", index));
    }

    Optional<ScanScript> script(long scanId) {
        long index = scanId - FIRST_ID;
        return index < 0 || index >= options.scans() ? Optional.empty() : Optional.of(scan((int) index));
    }

    private ScanScript scan(int index) {
        Dice dice = dice("life", index);
        Report report = lines.report(id(index), shelf(index));
        if (!dice.percent(options.trouble())) {
            return scan(index, List.of(COMPLETE), Optional.of(report), List.of());
        }
        return switch (dice.below(20)) {
            case 0, 1 -> scan(index, List.of(StatusTemplate.state("FAILED")), Optional.empty(), List.of());
            case 2 -> scan(index, List.of(IN_PROGRESS), Optional.empty(), List.of());
            case 3 -> scan(index, List.of(LEFT_OUT), Optional.empty(), List.of());
            case 4 -> scan(index, List.of(COMPLETE), Optional.empty(), REFUSED);
            case 5, 6 -> scan(index, List.of(LEFT_OUT, COMPLETE), Optional.of(report), List.of());
            case 7, 8, 9 -> scan(index, List.of(COMPLETE), Optional.of(report), NOT_READY_ONCE);
            case 10, 11, 12 -> scan(index, List.of(COMPLETE), Optional.of(report), SHORT_FAILURE);
            default -> scan(index, slowly(1 + dice.below(3)), Optional.of(report), List.of());
        };
    }

    private ScanScript scan(int index, List<JsonNode> progression, Optional<Report> report, List<Step> reportSteps) {
        ObjectNode item = hasGuid(index)
                ? StatusTemplate.longModel(id(index), guid(index))
                : StatusTemplate.newerModel(id(index));
        return new ScanScript(id(index), item, progression, List.of(), report, List.of(), reportSteps);
    }

    private static List<JsonNode> slowly(int reads) {
        List<JsonNode> states = new ArrayList<>(Collections.nCopies(reads, IN_PROGRESS));
        states.set(reads - 1, HALF_DONE);
        states.add(COMPLETE);
        return states;
    }

    private Dice dice(String kind, int index) {
        return new Dice(options.seed(), "scan " + kind, index);
    }

    private static List<Step> steps(String json) {
        return List.of(Json.MAPPER.readValue(json, Step.class));
    }
}
