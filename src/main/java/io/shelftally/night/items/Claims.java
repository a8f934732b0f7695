package io.shelftally.night.items;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The items that a lane has handed out and not taken back, so that none is handed out twice. That an item is claimed stands
 * in memory alone: a run that dies claims nothing.
 *
 * @param <I> what an id is
 * @param <T> an item to call about
 */
public final class Claims<I, T> {

    /** Reads the items that are due, the longest due first. */
    @FunctionalInterface
    public interface Due<T> {

        List<T> in(int queue, int most);
    }

    private final Due<T> due;
    private final Function<T, I> id;
    private final Set<I> claimed = new HashSet<>();

    public Claims(Due<T> due, Function<T, I> id) {
        this.due = due;
        this.id = id;
    }

    /** Claims items of the queue that are due and unclaimed; none if {@code most} is not positive. */
    public List<T> claim(int queue, int most) {
        if (most <= 0) {
            return List.of();
        }
        List<T> items = due.in(queue, most + claimed.size()).stream()
                .filter(item -> !claimed.contains(id.apply(item)))
                .limit(most)
                .toList();
        items.forEach(item -> claimed.add(id.apply(item)));
        return items;
    }

    public void letGo(Collection<I> ids) {
        ids.forEach(claimed::remove);
    }

    public Set<I> ids() {
        return Collections.unmodifiableSet(claimed);
    }
}
