package io.shelftally.operations.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** A value for each of several sets of rules, each made when it is first asked for. */
final class Steps<T> {

    private final IntFunction<T> make;
    private final Map<Integer, T> made;

    Steps(int size, IntFunction<T> make) {
        this.make = make;
        this.made = new HashMap<>(2 * size);
    }

    void set(int step, T value) {
        made.put(step, value);
    }

    T get(int step) {
        T value = made.get(step);
        if (value == null) {
            value = make.apply(step);
            made.put(step, value);
        }
        return value;
    }
}
