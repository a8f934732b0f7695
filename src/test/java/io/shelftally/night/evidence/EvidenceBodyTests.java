package io.shelftally.night.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceBodyTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 1_000_000})
    void bytesComeBackAsTheyCame(int length) {
        byte[] random = new byte[length];
        new Random(length).nextBytes(random);

        for (byte[] body : new byte[][] {random, new byte[length]}) {
            assertThat(EvidenceBody.unpacked(EvidenceBody.of(body).packed())).isEqualTo(body);
        }
    }

    @Test
    void whatIsCutOffAtAnyPlaceOrChangedIsNotTakenForTheAnswer() {
        byte[] body = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        byte[] stored = EvidenceBody.of(body).packed();

        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> EvidenceBody.unpacked(cut))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("stored evidence");
        }
        for (int place = 10; place < stored.length; place++) {
            byte[] changed = stored.clone();
            changed[place] ^= 0x55;
            assertThat(decompressed(changed))
                    .satisfiesAnyOf(
                            read -> assertThat(read).isEmpty(),
                            read -> assertThat(read)
                                    .hasValueSatisfying(same -> assertThat(same).isEqualTo(body)));
        }
    }

    /** Empty if it is refused; a few bits of it mean nothing. */
    private static Optional<byte[]> decompressed(byte[] stored) {
        try {
            return Optional.of(EvidenceBody.unpacked(stored));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
