package io.shelftally.publication.site;

import io.shelftally.base.digest.Sha256;
import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.report.ListedBreak;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A store on the latest night.
 *
 * @param storeId null for what has no store
 * @param open breaks by age
 * @param oldest of those breaks, the oldest first; all of them where they are few
 */
record Store(@Nullable String storeId, StoreScans scans, Map<Age, Long> open, List<ListedBreak> oldest) {

    /** Safe as a name of a file everywhere; told apart from the names below. */
    private static final Pattern PLAIN = Pattern.compile("(?!.*-[0-9a-f]{12}$)[0-9a-z-]{1,40}");

    private static final int LONGEST = 40;
    private static final int DIGITS = 12;

    Store {
        open = Map.copyOf(open);
        oldest = List.copyOf(oldest);
    }

    long openBreaks() {
        return Figures.sum(open.values());
    }

    String name() {
        return storeId == null ? "Without a store" : "Store " + storeId;
    }

    /** The name of its page: of letters, digits and dashes, and unlike any other also where case does not count. */
    String file() {
        if (storeId == null) {
            return "none.html";
        }
        return "store-" + (PLAIN.matcher(storeId).matches() ? storeId : made(storeId)) + ".html";
    }

    private static String made(String storeId) {
        StringBuilder made = new StringBuilder();
        storeId.chars().limit(LONGEST).forEach(c -> made.append(plain((char) c)));
        String hash = Sha256.hex(storeId.getBytes(StandardCharsets.UTF_8));
        return made.append('-').append(hash, 0, DIGITS).toString();
    }

    private static char plain(char c) {
        if (c >= 'A' && c <= 'Z') {
            return (char) (c - 'A' + 'a');
        }
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ? c : '-';
    }
}
