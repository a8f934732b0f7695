package io.shelftally.night.scans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuidKeyTests {

    @Test
    void anOrdinaryGuidIsItsOwnKey() {
        assertThat(GuidKey.of("shelf-1")).isEqualTo("shelf-1");
        assertThat(GuidKey.of("é".repeat(500))).isEqualTo("é".repeat(500));
    }

    @Test
    void whatNoIndexHoldsIsKnownByItsDigest() {
        assertThat(GuidKey.of("x".repeat(501)))
                .startsWith("sha256:")
                .hasSize(71)
                .isNotEqualTo(GuidKey.of("x".repeat(502)));
        assertThat(GuidKey.of("a\0")).startsWith("sha256:").isNotEqualTo(GuidKey.of("a\0\0"));
        assertThat(GuidKey.of("a\ud800")).startsWith("sha256:");
    }
}
