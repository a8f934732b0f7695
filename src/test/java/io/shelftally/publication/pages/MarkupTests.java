package io.shelftally.publication.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MarkupTests {

    @Test
    void valuesAreFilledInAsTheFormatterDoes() {
        String markup = "%s, %1$s and %s: 100%% of %2$s%%\n";

        assertThat(Markup.of(markup, "a % s", 7L)).isEqualTo(String.format(Locale.ROOT, markup, "a % s", 7L));
        assertThat(Markup.of("<p>none</p>")).isEqualTo("<p>none</p>");
    }

    @Test
    void otherPatternsAreRefused() {
        assertThatThrownBy(() -> Markup.of("<p>%d</p>", 1)).hasMessage("no value is meant at 3 of <p>%d</p>");
        assertThatThrownBy(() -> Markup.of("1 %")).isInstanceOf(IllegalArgumentException.class);
    }
}
