package io.shelftally.night.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsTests {

    private static final int QUEUE = 3;

    private final List<String> due = new ArrayList<>(List.of("one", "two", "three", "four"));
    private final Claims<Integer, String> claims = new Claims<>(this::in, String::length);

    @Test
    void anItemIsNotHandedOutTwice() {
        due.removeIf(item -> item.equals("two"));

        assertThat(claims.claim(QUEUE, 1)).containsExactly("one");
        assertThat(claims.claim(QUEUE, 2)).containsExactly("three", "four");
        assertThat(claims.claim(QUEUE, 2)).isEmpty();
        assertThat(claims.ids()).containsExactlyInAnyOrder(3, 4, 5);
    }

    @Test
    void anItemThatIsLetGoIsHandedOutAgain() {
        assertThat(claims.claim(QUEUE, 1)).containsExactly("one");

        claims.letGo(List.of(3));

        assertThat(claims.ids()).isEmpty();
        assertThat(claims.claim(QUEUE, 1)).containsExactly("one");
    }

    @Test
    void withoutRoomNothingIsClaimedNorRead() {
        Claims<Integer, String> unread = new Claims<>(
                (queue, most) -> {
                    throw new AssertionError("was read");
                },
                String::length);

        assertThat(unread.claim(QUEUE, 0)).isEmpty();
        assertThat(unread.claim(QUEUE, -1)).isEmpty();
    }

    private List<String> in(int queue, int most) {
        return queue == QUEUE ? due.stream().limit(most).toList() : List.of();
    }
}
