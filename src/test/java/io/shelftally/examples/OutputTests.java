package io.shelftally.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTests {

    @Test
    void timesAndTheWidthOfColumnsMayDiffer() {
        assertThat(Output.difference(
                        List.of("", "1  2026-11-22T20:25:00Z  14.3 s  ok"),
                        List.of("1 2026-11-22T20:25:01.5Z 9 ms   ok")))
                .isEmpty();
    }

    @Test
    void anotherFigureIsToldWithBothLines() {
        assertThat(Output.difference(List.of("rows  71"), List.of("rows  72")))
                .contains("shown:   rows 71\nprinted: rows 72");
    }

    @Test
    void dotsStandForAnyLinesButNotForTheOnesAfterThem() {
        List<String> printed = List.of("a", "b", "c", "d");

        assertThat(Output.difference(List.of("a", "...", "d"), printed)).isEmpty();
        assertThat(Output.difference(List.of("a", "b", "..."), printed)).isEmpty();
        assertThat(Output.difference(List.of("a", "...", "e"), printed)).isPresent();
        assertThat(Output.difference(List.of("a", "...", "c"), printed)).isPresent();
        assertThat(Output.difference(List.of("a", "b"), printed)).contains("shown:   (the end)\nprinted: c");
        assertThat(Output.difference(List.of("a", "b", "c", "d", "e"), printed))
                .contains("shown:   e\nprinted: (the end)");
    }
}
