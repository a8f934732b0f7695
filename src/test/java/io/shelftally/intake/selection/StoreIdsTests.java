package io.shelftally.intake.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreIdsTests {

    @Test
    void storesThatAreKnownAreNotSpokenOf() {
        assertThat(StoreIds.unknown(List.of("0412", "S1"), Set.of("0412", "S1", "S2")))
                .isEmpty();
    }

    @Test
    void theStoreThatWasMeantIsNamed() {
        assertThat(StoreIds.unknown(List.of("412"), Set.of("0412", "0413"))).contains("no store 412; there is 0412");
        assertThat(StoreIds.unknown(List.of("s1 "), Set.of("S1", "S2"))).contains("no store s1 ; there is S1");
        assertThat(StoreIds.unknown(List.of("0"), Set.of("00", "7"))).contains("no store 0; there is 00");
    }

    @Test
    void elseSomeOfThoseThatAreKnownAreNamed() {
        assertThat(StoreIds.unknown(List.of("9"), Set.of("1", "2", "3", "4", "5", "6")))
                .contains("no store 9; there are 6: 1, 2, 3, 4, 5, ... (column store_id of scans.csv)");
        assertThat(StoreIds.unknown(List.of("9"), Set.of()))
                .contains("no store 9; no capture and no scan names a store");
    }
}
