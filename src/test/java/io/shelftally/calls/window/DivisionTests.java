package io.shelftally.calls.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionTests {

    private static final int ALL = 32;

    @Test
    void oneProcessHasAllPlaces() {
        assertThat(division(0, row("a", 0)).places("a", 0)).isEqualTo(ALL);
    }

    @Test
    void aNewcomerHasNothingUntilOthersLetGo() {
        Division asItComes = division(0, row("a", ALL), row("b", 0));
        assertThat(asItComes.places("b", 0)).isZero();
        assertThat(asItComes.places("a", 20)).isEqualTo(20);

        Division later = division(0, row("a", 20), row("b", 0));
        assertThat(later.places("b", 0)).isEqualTo(12);
        assertThat(later.places("a", 3)).isEqualTo(16);
    }

    @Test
    void whatTheDepartedHadIsDividedAmongTheOthers() {
        assertThat(division(0, row("a", 11), row("b", 11)).places("a", 11)).isEqualTo(16);
    }

    @Test
    void theEldestHaveWhatCannotBeDivided() {
        Division three = division(0, row("a", 0), row("b", 0), row("c", 0));

        assertThat(List.of(three.share("a"), three.share("b"), three.share("c")))
                .containsExactly(11, 11, 10);
    }

    @Test
    void fewerPlacesThanProcessesGoRound() {
        List<ShareRow> rows =
                List.of(new ShareRow("a", 0, 1, 0), new ShareRow("b", 0, 1, 0), new ShareRow("c", 0, 1, 0));

        assertThat(List.of(0, 1, 2, 3))
                .extracting(turn -> whoHasOne(new Division(rows, turn)))
                .containsExactly("a", "b", "c", "a");
    }

    @Test
    void theEldestSaysHowManyPlacesThereAre() {
        Division division = new Division(List.of(new ShareRow("a", 8, 64, 0), new ShareRow("b", 0, 16, 0)), 0);

        assertThat(division.leads("a")).isTrue();
        assertThat(division.leads("b")).isFalse();
        assertThat(division.share("b")).isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whoeverComesAndGoesNoMoreThanAllAreEverTaken(long seed) {
        Random random = new Random(seed);
        List<ShareRow> rows = new ArrayList<>(List.of(new ShareRow("0", 0, ALL, 0)));
        for (int i = 1; i < 5000; i++) {
            if (random.nextInt(20) == 0) {
                rows.add(new ShareRow(String.valueOf(i), 0, ALL, 0));
            } else if (random.nextInt(20) == 0 && rows.size() > 1) {
                rows.remove(random.nextInt(rows.size()));
            }
            int one = random.nextInt(rows.size());
            ShareRow before = rows.get(one);
            int taken = random.nextInt(before.places() + 1);
            int places = new Division(List.copyOf(rows), i).places(before.holder(), taken);
            rows.set(one, new ShareRow(before.holder(), places, ALL, 0));

            assertThat(places).isGreaterThanOrEqualTo(taken);
            assertThat(rows.stream().mapToInt(ShareRow::places).sum()).isLessThanOrEqualTo(ALL);
        }
    }

    private static String whoHasOne(Division division) {
        return division.rows().stream()
                .map(ShareRow::holder)
                .filter(holder -> division.share(holder) == 1)
                .reduce("", String::concat);
    }

    private static Division division(long turn, ShareRow... rows) {
        return new Division(List.of(rows), turn);
    }

    private static ShareRow row(String holder, int places) {
        return new ShareRow(holder, places, ALL, 0);
    }
}
