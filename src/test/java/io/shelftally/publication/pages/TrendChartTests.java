package io.shelftally.publication.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.publication.pages.TrendChart.Point;
import io.shelftally.publication.pages.TrendChart.Span;
import io.shelftally.publication.pages.TrendChart.Trend;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendChartTests {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @Test
    void aNightStandsWhereItsDayIsAndAValueWhereTheAxisHasIt() {
        String html = chart(
                Unit.COUNT,
                new Point(FIRST, 0),
                new Point(FIRST.plusDays(1), 50),
                new Point(FIRST.plusDays(9), 100),
                new Point(FIRST.plusDays(10), 25));

        assertThat(html)
                .contains("d=\"M0 100L100 50L900 0L1000 75\"", "class=\"end\" d=\"M1000 75h0\"")
                .contains("<span>100</span><span>0</span>", "<span>2026-11-01</span><span>2026-11-11</span>")
                .contains("aria-label=\"Breaks, 4 nights from 2026-11-01 to 2026-11-11: least 0, most 100, last 25\"");
    }

    @Test
    void aSingleNightIsAPoint() {
        Trend trend = new Trend("Breaks", "", Unit.COUNT, List.of(new Point(FIRST, 3)));

        assertThat(TrendChart.several(new Span(FIRST, FIRST), List.of(trend)))
                .contains("d=\"M1000 40\"", "class=\"end\" d=\"M1000 40h0\"", "1 night from");
    }

    @Test
    void aFigureThatIsNotKnownSaysSo() {
        assertThat(chart(Unit.SHARE)).contains("Not known of any night.").doesNotContain("<svg");
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT, 0, 0, 0, 1",
        "COUNT, 3, 7, 0, 10",
        "COUNT, 3, 1234, 0, 2000",
        "MILLIS, 90, 500, 0, 500",
        "SHARE, 931, 968, 900, 1000",
        "SHARE, 1000, 1000, 900, 1000",
        "SHARE, 412, 450, 400, 500",
        "SHARE, 3, 4, 0, 5",
        "SHARE, 0, 1230, 0, 1250"
    })
    void theAxisEndsAtARoundValueAndASmallFallOfAShareIsSeen(Unit unit, long least, long most, long floor, long end) {
        assertThat(unit.floor(least, most)).isEqualTo(floor);
        assertThat(unit.ceiling(most, floor)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 333", "2, 3, 667", "9999, 10000, 999", "1, 10000, 1", "0, 5, 0", "5, 5, 1000", "6, 5, 1200"})
    void noShareIsAllOrNothingThatIsNot(long part, long whole, long tenths) {
        assertThat(Unit.share(part, whole)).isEqualTo(tenths);
    }

    private static String chart(Unit unit, Point... points) {
        return TrendChart.several(
                new Span(FIRST, FIRST.plusDays(10)), List.of(new Trend("Breaks", "", unit, List.of(points))));
    }
}
