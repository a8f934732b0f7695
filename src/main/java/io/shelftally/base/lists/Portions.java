package io.shelftally.base.lists;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A long list in portions, as one statement or one transaction can take them. */
public final class Portions {

    private Portions() {}

    /** In the order of the list, each as long as may be; none if it is empty. */
    public static <T> Stream<List<T>> of(List<T> all, int longest) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + longest)
                .mapToObj(from -> all.subList(from, Math.min(from + longest, all.size())));
    }
}
