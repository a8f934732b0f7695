package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A night of weighed goods: each pack has a code of its own, and the report has that of the product. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VariableWeightIT {

    private static final String DATE = "2026-11-01";
    private static final String PRODUCT = "02100001000004";
    private static final String PACK = Ids.id("pack");

    private Desk desk;

    @BeforeAll
    void runTheNight(@TempDir Path home) {
        desk = new Desk(home)
                .scans("scan_id,store_id,section", "1,S1,deli")
                .captures("capture_id,scan_id", PACK + ",1", Ids.id("heavier") + ",1");
        desk.set("shelftally.matching.variable-weight", "21IIIIIXXXXXC");
        WorldText world = new WorldText()
                .scan(1, "'report': {'ITEMS_SEEN': [{'upc': '2100001000004', 'product': 'Cheese'}], 'OOS': []}")
                .capture(PACK, "'object': {'raw_value': '2100001013004', 'gtin': ''}")
                .capture(Ids.id("heavier"), "'object': {'raw_value': '2100001027506', 'gtin': ''}");
        try (Sandbox sandbox = world.start()) {
            assertThat(desk.facing(sandbox).night(DATE).code()).isZero();
        }
    }

    @Test
    void everyPackIsTheOneProductAndNoBreakOpens() {
        Published night = desk.published(DATE);

        assertThat(night.items()).containsOnlyKeys("1 " + PRODUCT);
        assertThat(night.items().get("1 " + PRODUCT))
                .containsEntry("verdict", "CONFIRMED")
                .containsEntry("match_method", "EXACT")
                .containsEntry("capture_count", "2");
        assertThat(night.captures().get(PACK))
                .containsEntry("gtin", PRODUCT)
                .containsEntry("raw_value", "2100001013004");
        assertThat(night.breaks()).isEmpty();
    }

    @Test
    void theRowIsExplainedByTheCodeOfAPackToo() {
        assertThat(desk.run("explain", "--scan", "1", "--gtin", "2100001027506").out())
                .contains("scan 1, " + PRODUCT, "GTIN_13, 02100001013004 by 21IIIIIXXXXXC", "it is the same");
        assertThat(desk.run("explain", "--capture", PACK).out())
                .contains("its code is read from 02100001013004 by 21IIIIIXXXXXC", "it is the same");
    }

    @Test
    void aReplayGivesTheSameBytesAndWithoutThePatternThreeProducts() throws IOException {
        Path none = Files.writeString(
                desk.out().resolveSibling("none.properties"), "shelftally.matching.variable-weight=\n");

        assertThat(desk.run("replay", "--date", DATE).out()).contains("the same bytes as published");
        assertThat(desk.run("replay", "--date", DATE, "--settings", none.toString(), "--diff")
                        .out())
                .contains("reconciled_items 1 " + PRODUCT + ": CONFIRMED -> SEEN_NOT_CAPTURED")
                .contains("reconciled_items 1 02100001013004: - -> CAPTURED_NOT_SEEN")
                .contains("by shelftally.matching.variable-weight");
    }
}
