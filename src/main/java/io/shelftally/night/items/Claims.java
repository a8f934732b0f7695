package io.shelftally.night.items;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The items that a lane has handed out and not taken back, so that none is handed out twice. That an item is claimed stands
 * in memory alone: a run that dies claims nothing. Since those that are claimed are still due, they are read again with
 * each reading, so more is read than is wanted, and kept for the next claims.
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

    private static final int READ_AHEAD = 4_000;

    private final Due<T> due;
    private final Function<T, I> id;
    private final Map<I, Deque<T>> claimed = new HashMap<>();
    private final Map<Integer, Deque<T>> unclaimed = new HashMap<>();

    public Claims(Due<T> due, Function<T, I> id) {
        this.due = due;
        this.id = id;
    }

    /** Claims items of the queue that are due and unclaimed; none if {@code most} is not positive. */
    public List<T> claim(int queue, int most) {
        if (most <= 0) {
            return List.of();
        }
        Deque<T> waiting = unclaimed.computeIfAbsent(queue, any -> new ArrayDeque<>());
        if (waiting.size() < most) {
            waiting.clear();
            due.in(queue, claimed.size() + most + READ_AHEAD).stream()
                    .filter(item -> !claimed.containsKey(id.apply(item)))
                    .forEach(waiting::add);
        }
        List<T> items = new ArrayList<>();
        while (items.size() < most && !waiting.isEmpty()) {
            items.add(waiting.remove());
        }
        items.forEach(item -> claimed.put(id.apply(item), waiting));
        return items;
    }

    /** Their rows say what is to be done next. */
    public void letGo(Collection<I> ids) {
        ids.forEach(claimed::remove);
    }

    /** Nothing was done about these, which are the next ones again, in their order. */
    public void release(List<T> items) {
        for (int i = items.size() - 1; i >= 0; i--) {
            Deque<T> waiting = claimed.remove(id.apply(items.get(i)));
            if (waiting != null) {
                waiting.addFirst(items.get(i));
            }
        }
    }

    /** Others are due than were read: rows of items that are not claimed have changed. */
    public void readAgain() {
        unclaimed.clear();
    }

    public Set<I> ids() {
        return Collections.unmodifiableSet(claimed.keySet());
    }
}
