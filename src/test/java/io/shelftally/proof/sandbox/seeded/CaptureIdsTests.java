package io.shelftally.proof.sandbox.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.world.CaptureScript;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaptureIdsTests {

    private final CaptureIds ids = new CaptureIds(42);

    @Test
    void anIdGivesItsIndexBack() {
        for (int index = 0; index < 2_000; index++) {
            String id = ids.id(index);

            assertThat(id).matches(CaptureScript.ID);
            assertThat(ids.index(id)).hasValue(index);
        }
    }

    @Test
    void noTwoIdsAreEqual() {
        Set<String> seen = new HashSet<>();

        for (int index = 0; index < 100_000; index++) {
            seen.add(ids.id(index));
        }

        assertThat(seen).hasSize(100_000);
    }

    @Test
    void anIdOfAnotherSeedIsUnknown() {
        assertThat(ids.index(new CaptureIds(43).id(0))).isEmpty();
        assertThat(ids.index("ABCDEFGHJKLMNPQRSTUVWX")).isEmpty();
        assertThat(ids.index("zzzzzzzzzzzzzzzzzzzzzz")).isEmpty();
        assertThat(ids.index("short")).isEmpty();
    }
}
