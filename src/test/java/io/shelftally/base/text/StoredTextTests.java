package io.shelftally.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredTextTests {

    @Test
    void ordinaryTextIsKept() {
        assertThat(StoredText.of("K\u00E4se \uD83E\uDDC0 \uFFFF")).isEqualTo("K\u00E4se \uD83E\uDDC0 \uFFFF");
    }

    @Test
    void whatNoDatabaseHoldsIsReplaced() {
        assertThat(StoredText.of("a\0b")).isEqualTo("a\uFFFDb");
        assertThat(StoredText.of("\uDC00a\uD800")).isEqualTo("\uFFFDa\uFFFD");
    }
}
