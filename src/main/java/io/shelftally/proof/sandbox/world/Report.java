package io.shelftally.proof.sandbox.world;

import java.util.List;

/** The on-demand report of a scan, ready to be written. */
@FunctionalInterface
public interface Report {

    /** Writes the answer's {@code data} object, without the lists of the types that were not asked for. */
    void write(List<String> types, Utf8 out);

    /** Whether a key of the answer is given to someone who asked for these types; only the two lists are held back. */
    static boolean isAsked(String key, List<String> types) {
        return switch (key) {
            case "ITEMS_SEEN", "ITEM_SEEN" -> types.contains("ITEMS_SEEN") || types.contains("ITEM_SEEN");
            case "OOS" -> types.contains("OOS");
            default -> true;
        };
    }
}
