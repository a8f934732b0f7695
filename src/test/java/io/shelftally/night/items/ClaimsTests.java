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
        claims.readAgain();

        assertThat(claims.ids()).isEmpty();
        assertThat(claims.claim(QUEUE, 1)).containsExactly("one");
    }

    @Test
    void itemsThatAreReleasedAreTheNextOnesWithoutAReading() {
        due.removeIf(item -> item.equals("two"));
        List<String> first = claims.claim(QUEUE, 2);
        due.clear();

        claims.release(first);

        assertThat(claims.ids()).isEmpty();
        assertThat(claims.claim(QUEUE, 2)).containsExactly("one", "three");
    }

    @Test
    void whatIsReleasedAfterRowsHaveChangedIsReadAgain() {
        due.removeIf(item -> item.equals("two"));
        List<String> first = claims.claim(QUEUE, 1);
        due.remove("one");
        claims.readAgain();

        claims.release(first);

        assertThat(claims.claim(QUEUE, 2)).containsExactly("three", "four");
    }

    @Test
    void whatWasReadAndNotHandedOutIsNotReadAgain() {
        due.removeIf(item -> item.equals("two"));
        claims.claim(QUEUE, 1);
        due.clear();

        assertThat(claims.claim(QUEUE, 2)).containsExactly("three", "four");
    }

    @Test
    void whatHasFallenDueSinceIsFoundWhenTooFewAreLeft() {
        due.removeIf(item -> item.equals("two"));
        claims.claim(QUEUE, 1);
        due.add("twelve");

        assertThat(claims.claim(QUEUE, 3)).containsExactly("three", "four", "twelve");
    }

    @Test
    void whatIsNoLongerDueIsNotHandedOutOnceItIsReadAgain() {
        due.removeIf(item -> item.equals("two"));
        claims.claim(QUEUE, 1);
        due.remove("three");
        claims.readAgain();

        assertThat(claims.claim(QUEUE, 2)).containsExactly("four");
    }

    @Test
    void eachQueueKeepsItsOwn() {
        due.removeIf(item -> item.equals("two"));
        claims.claim(QUEUE, 1);

        assertThat(claims.claim(QUEUE + 1, 1)).isEmpty();
        assertThat(claims.claim(QUEUE, 1)).containsExactly("three");
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
