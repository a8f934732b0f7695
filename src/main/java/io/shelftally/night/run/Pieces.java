package io.shelftally.night.run;

import io.shelftally.base.lists.Portions;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Long lists in pieces that one statement can take as an array: H2's arrays hold 65,536 values at the most, and it goes
 * through all of them for each row that it looks at.
 */
public final class Pieces {

    private static final int LONGEST = 200;

    private Pieces() {}

    /** In the order of the list; none if it is empty. */
    public static <T> Stream<List<T>> of(Collection<T> all) {
        return Portions.of(List.copyOf(all), LONGEST);
    }
}
