package io.shelftally.intake.selection;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says of store ids that nothing is known of, in the same words for every command that takes them; they are text, never numbers. */
public final class StoreIds {

    private static final int MOST_NAMED = 5;

    private StoreIds() {}

    /** Such as {@code no store 412; there is 0412}; empty if every one that is asked for is known. */
    public static Optional<String> unknown(Collection<String> asked, Collection<String> known) {
        String words = new TreeSet<>(asked)
                .stream()
                        .filter(store -> !known.contains(store))
                        .map(store -> "no store " + (store.isBlank() ? "\"" + store + "\"" : store) + "; "
                                + instead(store, new TreeSet<>(known)))
                        .collect(Collectors.joining("; "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static String instead(String store, Collection<String> known) {
        List<String> alike = known.stream()
                .filter(other -> bare(other).equals(bare(store)))
                .limit(MOST_NAMED)
                .toList();
        if (!alike.isEmpty()) {
            return "there is " + String.join(", ", alike);
        }
        if (known.isEmpty()) {
            return "no capture and no scan names a store";
        }
        String some = known.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return "there are " + known.size() + ": " + some + (known.size() > MOST_NAMED ? ", ..." : "")
                + " (column store_id of scans.csv)";
    }

    /** What is left where a spreadsheet, a hand or a keyboard's shift made the difference. */
    private static String bare(String store) {
        String plain = store.strip().toLowerCase(Locale.ROOT);
        return plain.replaceFirst("^0+(?=.)", "");
    }
}
