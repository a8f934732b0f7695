package io.shelftally.publication.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TilesTests {

    @Test
    void aFigureOfMillionsIsSmallerSoThatItStaysInsideItsTile() {
        assertThat(Tiles.tile("Products", 999_999, "")).contains("<p class=\"figure\">999,999</p>");
        assertThat(Tiles.tile("Products", 19_881_711, "")).contains("<p class=\"figure long\">19,881,711</p>");
    }
}
