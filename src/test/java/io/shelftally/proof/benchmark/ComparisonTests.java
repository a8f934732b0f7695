package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelftally.proof.benchmark.Comparison.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    @Test
    void theMiddleValueCounts() {
        assertThat(Comparison.median(List.of(3.0, 9.0, 1.0))).contains(3.0);
        assertThat(Comparison.median(List.of(4.0, 1.0, 2.0, 9.0))).contains(3.0);
        assertThat(Comparison.median(List.of())).isEmpty();
    }

    @Test
    void eachFigureIsComparedByItsMedian() {
        List<Comparison> figures = Comparison.of(nights(30, 20_400, 10, 99, 11), nights(50, 20_000, 20, 22, 21));

        Comparison collect = named(figures, "collect");
        assertThat(collect.unit()).isEqualTo(Unit.SECONDS);
        assertThat(collect.here()).isEqualTo(11);
        assertThat(collect.other()).isEqualTo(21);
        assertThat(named(figures, "CPU of the job").hereByOther()).isCloseTo(0.6, within(1e-9));
        assertThat(named(figures, "calls at the vendors").hereByOther()).isCloseTo(1.02, within(1e-9));
    }

    @Test
    void whatOneOfThemDoesNotHaveIsLeftOut() {
        List<Comparison> figures = Comparison.of(
                List.of(MadeNight.DEFAULT.step("collect", 1).step("newStep", 1).night()), nights(50, 20_000, 2));

        assertThat(figures).extracting(Comparison::name).contains("collect").doesNotContain("newStep", "peak heap");
    }

    @Test
    void theReportSaysBothAndHowTheyCompare() {
        Trial trial =
                Trial.of(MadeNight.DEFAULT.load(), nights(30, 20_400, 10, 99, 11), nights(50, 20_000, 20, 22, 21));
        Page page = new Page();

        new BesideText(page).comparison(trial);

        assertThat(page.toString().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "This build beside the other, slow scans: medians of 3 nights each, in turn",
                        "collect 11.00 s 21.00 s 1.91 times as fast",
                        "CPU of the job 30.00 s 50.00 s 0.60 of it",
                        "calls at the vendors 20,400 20,000 +2.0 %",
                        "collect, each night 10.00 99.00 11.00 | 20.00 22.00 21.00");
    }

    private static Comparison named(List<Comparison> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Night> nights(int cpu, long calls, int... collectSeconds) {
        return IntStream.of(collectSeconds)
                .mapToObj(seconds -> MadeNight.DEFAULT
                        .step("collect", seconds)
                        .calls(Map.of("POST reports-on-demand 200", calls))
                        .cpu(cpu)
                        .night())
                .toList();
    }
}
