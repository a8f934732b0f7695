package io.shelftally.publication.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTests {

    @ParameterizedTest
    @ValueSource(
            longs = {0, 7, 999, 1_000, 65_536, 1_234_567, -1, -999, -1_000, -123_456, Long.MAX_VALUE, Long.MIN_VALUE})
    void aNumberHasACommaBeforeEachThreeDigits(long number) {
        assertThat(Figures.number(number)).isEqualTo(String.format(Locale.ROOT, "%,d", number));
    }

    @Test
    void aShareIsCutSoThatOnlyAllOfThemReadsAHundredPercent() {
        assertThat(Figures.percent(9_999, 10_000)).isEqualTo("> 99.9 %");
        assertThat(Figures.percent(9_994, 10_000)).isEqualTo("99.9 %");
        assertThat(Figures.percent(12, 21)).isEqualTo("57.1 %");
        assertThat(Figures.percent(2, 3)).isEqualTo("66.7 %");
        assertThat(Figures.percent(1, 16)).isEqualTo("6.3 %");
        assertThat(Figures.percent(10_000, 10_000)).isEqualTo("100.0 %");
        assertThat(Figures.percent(1, 10_000)).isEqualTo("< 0.1 %");
        assertThat(Figures.percent(0, 10_000)).isEqualTo("0.0 %");
        assertThat(Figures.percent(0, 0)).isEqualTo("-");
    }

    @Test
    void sizesAndDurationsAreReadable() {
        assertThat(Figures.bytes(9_999)).isEqualTo("9,999 B");
        assertThat(Figures.bytes(1_234_567)).isEqualTo("1,234 kB");
        assertThat(Figures.bytes(500_000_000)).isEqualTo("500 MB");
        assertThat(Figures.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Figures.duration(Duration.ofSeconds(61))).isEqualTo("1 min 1 s");
        assertThat(Figures.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }
}
