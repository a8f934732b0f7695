package io.shelftally.operations.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferencesTests {

    @Test
    void whatWasAddedIsFoundAndNothingElse() {
        Random random = new Random(7);
        Set<Long> added = new HashSet<>();
        References references = new References();
        for (int i = 0; i < 100_000; i++) {
            long hash = random.nextInt(60_000) * 0x9E3779B97F4A7C15L;
            added.add(hash);
            references.add(hash);
            if (i % 20_000 == 0) {
                assertThat(references.contains(hash)).isTrue();
            }
        }

        for (int i = 0; i < 60_000; i++) {
            long hash = i * 0x9E3779B97F4A7C15L;
            assertThat(references.contains(hash)).isEqualTo(added.contains(hash));
        }
    }

    @Test
    void aHashIsKnownByItsFirstHalf() {
        References references = new References();
        references.add("ffffffffffffffff" + "0".repeat(48));

        assertThat(references.contains("ffffffffffffffff" + "1".repeat(48))).isTrue();
        assertThat(references.contains("fffffffffffffffe" + "0".repeat(48))).isFalse();
    }
}
