package io.shelftally.proof.sandbox.seeded;

import io.shelftally.proof.sandbox.world.CaptureScript;
import io.shelftally.proof.sandbox.world.CaptureTemplate;
import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.sandbox.world.CatalogueItem;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/** The captures of a made world, spread evenly over its scans; their products are mostly those of their scan. */
final class SeededCaptures {

    /** Where a capture says which scan it belongs to. */
    enum Link {
        INTAKE,
        SCAN_ID,
        SCAN_GUID,
        NONE
    }

    private static final ObjectNode COMPLETED = CaptureTemplate.state("COMPLETED");
    private static final ObjectNode NOT_FOUND = CaptureTemplate.state("NOT_FOUND");
    private static final ObjectNode FAILED = CaptureTemplate.state("FAILED");
    private static final ObjectNode PENDING = CaptureTemplate.state("PENDING");
    private static final ObjectNode LOOKING_UP = CaptureTemplate.state("LOOKING_UP");
    private static final ObjectNode ENRICHING = CaptureTemplate.state("ENRICHING");
    private static final ObjectNode RESOLVING = CaptureTemplate.state("RESOLVING");
    private static final List<Step> SHORT_FAILURE = List.of(Json.MAPPER.readValue("{\"status\": 503}", Step.class));

    private final SeededOptions options;
    private final Catalogue catalogue;
    private final SeededScans scans;
    private final CaptureIds ids;

    SeededCaptures(SeededOptions options, Catalogue catalogue, SeededScans scans) {
        this.options = options;
        this.catalogue = catalogue;
        this.scans = scans;
        this.ids = new CaptureIds(options.seed());
    }

    String id(int index) {
        return ids.id(index);
    }

    /** The scan in whose aisle it was taken, as an index; empty in a world without scans. */
    OptionalInt scan(int index) {
        return options.scans() == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) ((long) index * options.scans() / options.captures()));
    }

    Link link(int index) {
        int roll = dice("link", index).below(100);
        if (scan(index).isEmpty() || roll >= 95) {
            return Link.NONE;
        }
        if (roll < 60) {
            return Link.INTAKE;
        }
        return roll < 80 || !scans.hasGuid(scan(index).getAsInt()) ? Link.SCAN_ID : Link.SCAN_GUID;
    }

    Optional<CaptureScript> script(String captureId) {
        OptionalLong index = ids.index(captureId);
        return index.isEmpty() || index.getAsLong() < 0 || index.getAsLong() >= options.captures()
                ? Optional.empty()
                : capture((int) index.getAsLong());
    }

    private Optional<CaptureScript> capture(int index) {
        Dice dice = dice("life", index);
        if (!dice.percent(options.trouble())) {
            return capture(index, List.of(COMPLETED), List.of(COMPLETED));
        }
        return switch (dice.below(20)) {
            case 0 -> Optional.empty();
            case 1 -> capture(index, List.of(ENRICHING), List.of(COMPLETED));
            case 2, 3 -> capture(index, List.of(NOT_FOUND), List.of(COMPLETED));
            case 4, 5 -> capture(index, List.of(FAILED), List.of(PENDING, FAILED));
            case 6, 7 -> capture(index, List.of(FAILED), List.of(PENDING, NOT_FOUND));
            case 8, 9 -> capture(index, List.of(PENDING, LOOKING_UP, COMPLETED), List.of(COMPLETED));
            default -> capture(index, List.of(FAILED), List.of(PENDING, RESOLVING, COMPLETED));
        };
    }

    private Optional<CaptureScript> capture(int index, List<ObjectNode> progression, List<ObjectNode> afterRetry) {
        Dice dice = dice("object", index);
        ObjectNode object = Shown.as(product(index, dice), dice);
        link(index, object);
        List<Step> readSteps = dice.below(1000) < options.trouble() ? SHORT_FAILURE : List.of();
        return Optional.of(new CaptureScript(
                id(index), object, progression, List.of(afterRetry), dice.percent(10), readSteps, List.of()));
    }

    private CatalogueItem product(int index, Dice dice) {
        if (options.products() == 0 || scan(index).isEmpty() || dice.percent(8)) {
            return catalogue.get(dice.below(catalogue.size()));
        }
        return scans.shelf(scan(index).getAsInt()).product(dice.below(options.products()));
    }

    private void link(int index, ObjectNode object) {
        int scan = scan(index).orElse(0);
        switch (link(index)) {
            case SCAN_ID -> object.putObject("metadata").put("scan_id", Long.toString(scans.id(scan)));
            case SCAN_GUID -> object.putObject("metadata").put("scan_guid", scans.guid(scan));
            case INTAKE, NONE -> object.putObject("metadata").put("app_version", "4.2.1");
        }
    }

    private Dice dice(String kind, int index) {
        return new Dice(options.seed(), "capture " + kind, index);
    }
}
