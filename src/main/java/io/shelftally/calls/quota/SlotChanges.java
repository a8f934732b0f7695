package io.shelftally.calls.quota;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Calls to be added to slots and taken from them, summed by slot. */
final class SlotChanges {

    /** A slot of a window. */
    record Slot(Window window, long freesAt) {}

    private final Map<Window, TreeMap<Long, WindowUse>> sums = new EnumMap<>(Window.class);

    void add(Window window, long freesAt, int calls, int pending) {
        sums.computeIfAbsent(window, any -> new TreeMap<>())
                .merge(freesAt, WindowUse.NONE.plus(calls, pending), (one, other) -> one.plus(calls, pending));
    }

    void forEach(BiConsumer<Slot, WindowUse> change) {
        sums.forEach((window, slots) -> slots.forEach((freesAt, use) -> {
            if (!use.equals(WindowUse.NONE)) {
                change.accept(new Slot(window, freesAt), use);
            }
        }));
    }
}
