package io.shelftally.publication.tables;

import static io.shelftally.publication.results.Rows.COLA;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.reconciliation.Break;
import io.shelftally.publication.results.Rows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortKeysTests {

    private static final Comparator<byte[]> UNSIGNED = Arrays::compareUnsigned;

    @Test
    void aLineNumberSortsAsANumber() {
        List<String> positions = Stream.of("10", "9", "100", "2")
                .map(position -> Rows.setAside("captures.csv", position))
                .sorted(Comparator.comparing(SortKeys::of, UNSIGNED))
                .map(row -> row.position())
                .toList();

        assertThat(positions).containsExactly("2", "9", "10", "100");
    }

    @Test
    void aJsonPointerSortsAsText() {
        List<String> positions = Stream.of("/data/OOS/3", "/data/OOS/10", "/data")
                .map(position -> Rows.setAside("pensa:12", position))
                .sorted(Comparator.comparing(SortKeys::of, UNSIGNED))
                .map(row -> row.position())
                .toList();

        assertThat(positions).containsExactly("/data", "/data/OOS/10", "/data/OOS/3");
    }

    @Test
    void aPlaceSortsByCodePointAndNotByUtf16Unit() {
        List<String> places = sortedPlaces("\uD83D\uDED2", "\uFF5E", "z");

        assertThat(places).containsExactly("z", "\uFF5E", "\uD83D\uDED2");
    }

    @Test
    void aShorterPlaceComesBeforeOneThatBeginsWithIt() {
        List<String> places = sortedPlaces("a\t", "a", "a 1");

        assertThat(places).containsExactly("a", "a\t", "a 1");
    }

    @Test
    void aPlaceSortsAsItIsStored() {
        List<String> places = sortedPlaces("a\0", "az");

        assertThat(places).containsExactly("az", "a\0");
    }

    private static List<String> sortedPlaces(String... places) {
        return Arrays.stream(places)
                .map(place -> Rows.open(place, COLA))
                .sorted(Comparator.comparing(SortKeys::of, UNSIGNED))
                .map(Break::place)
                .toList();
    }
}
