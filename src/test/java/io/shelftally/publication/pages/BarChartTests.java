package io.shelftally.publication.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class BarChartTests {

    @Test
    void aWidthIsRoundedHalfUp() {
        for (long longest = 1; longest <= 400; longest++) {
            for (long count = 0; count <= longest; count++) {
                assertThat(BarChart.width(count, longest))
                        .isEqualTo(String.format(Locale.ROOT, "%.2f%%", 100.0 * count / longest));
            }
        }
        assertThat(BarChart.width(0, 0)).isEqualTo("0.00%");
    }
}
