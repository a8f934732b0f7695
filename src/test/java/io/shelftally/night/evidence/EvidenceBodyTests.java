package io.shelftally.night.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.base.digest.Sha256;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How an answer is kept; how bytes are packed stands in PackingTests. */
class EvidenceBodyTests {

    private static final byte[] ANSWER = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    @Test
    void anAnswerIsKnownByTheHashAndLengthOfWhatCame() {
        EvidenceBody body = EvidenceBody.of(ANSWER);

        assertThat(body.sha256()).isEqualTo(Sha256.hex(ANSWER));
        assertThat(body.length()).isEqualTo(9);
        assertThat(EvidenceBody.unpacked(body.packed())).isEqualTo(ANSWER);
    }

    @Test
    void whatIsCutOffIsToldOfAsEvidence() {
        byte[] stored = EvidenceBody.of(ANSWER).packed();

        assertThatThrownBy(() -> EvidenceBody.unpacked(Arrays.copyOf(stored, stored.length - 1)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("stored evidence cannot be unpacked");
    }
}
