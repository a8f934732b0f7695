package io.shelftally.calls.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTests {

    private int most = 4;
    private final Places places = new Places(() -> most);
    private final Places.Part first = places.part();

    @Test
    void oneCollectionHasAllPlacesAndNoMore() {
        assertThat(taken(first, 9)).isEqualTo(4);
        assertThat(first.areFull()).isTrue();
    }

    @Test
    void whatWasTakenBeforeThereWereFewerIsNotKept() {
        taken(first, 4);
        most = 3;

        assertThat(first.keep()).isFalse();
        assertThat(first.keep()).isTrue();
        assertThat(first.take()).isFalse();
    }

    @Test
    void aCollectionHasWhatOthersLeave() {
        Places.Part second = places.part();
        taken(second, 1);

        assertThat(taken(first, 9)).isEqualTo(3);
    }

    @Test
    void aCollectionThatWaitsGetsItsPartFromOneThatHasMore() {
        taken(first, 4);
        Places.Part second = places.part();
        assertThat(second.take()).isFalse();

        assertThat(first.keep()).isFalse();

        assertThat(second.take()).isTrue();
        assertThat(first.keep()).as("nobody waits now").isTrue();
    }

    @Test
    void theRestOfAClosedCollectionIsForTheOthersAsItIsGivenBack() {
        taken(first, 4);
        Places.Part second = places.part();
        first.close();
        assertThat(second.take()).isFalse();

        first.giveBack();

        assertThat(second.take()).isTrue();
        assertThat(second.share(4)).isEqualTo(4);
    }

    private static int taken(Places.Part part, int attempts) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            taken += part.take() ? 1 : 0;
        }
        return taken;
    }
}
