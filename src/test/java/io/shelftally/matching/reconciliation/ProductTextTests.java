package io.shelftally.matching.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductTextTests {

    @Test
    void theEmptyTextIsNone() {
        assertThat(new ProductText("", "", "", "", "", "", "", "", "")).isEqualTo(ProductText.NONE);
    }

    @Test
    void eachGapIsFilledOnItsOwn() {
        ProductText some = new ProductText("a", null, "c", null, "e", null, "g", null, "i");
        ProductText all = new ProductText("1", "2", "3", "4", "5", "6", "7", "8", "9");

        assertThat(some.orElse(all)).isEqualTo(new ProductText("a", "2", "c", "4", "e", "6", "g", "8", "i"));
        assertThat(all.orElse(ProductText.NONE)).isEqualTo(all);
        assertThat(ProductText.NONE.orElse(all)).isEqualTo(all);
    }
}
