package io.shelftally.publication.tables;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a table in pages that start behind the last key, so that neither side holds more than a page. */
final class KeysetPages {

    private KeysetPages() {}

    /** @param page the rows behind a key, in its order; none at the end */
    static <K, R> void forEach(K start, Function<K, List<R>> page, Function<R, K> key, Consumer<? super R> action) {
        List<R> rows = page.apply(start);
        while (!rows.isEmpty()) {
            rows.forEach(action);
            rows = page.apply(key.apply(rows.get(rows.size() - 1)));
        }
    }
}
