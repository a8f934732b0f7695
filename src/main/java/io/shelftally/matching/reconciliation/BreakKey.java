package io.shelftally.matching.reconciliation;

import io.shelftally.base.digest.Sha256;
import io.shelftally.matching.product.Gtin;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which product at which place a break is of; sorted by place, then GTIN. */
public record BreakKey(String place, Gtin gtin) implements Comparable<BreakKey> {

    /** The longest store and section that a work list may give: theirs stand as they are. */
    private static final int LONGEST_PLACE = 2 * 255 + 1;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Comparator<BreakKey> ORDER =
            Comparator.comparing(BreakKey::place).thenComparing(BreakKey::gtin);

    public BreakKey {
        if (place.isEmpty()) {
            throw new IllegalArgumentException("a break has a place, not \"\"");
        }
    }

    /**
     * Where a scan was taken: {@code store_id/section} where its intake row gives both, each as {@link #normal} spells it,
     * else {@code area:} and the scan_area_id, else {@code scan:} and the scan id. Null and the empty text are not given. What is longer than an
     * index of PostgreSQL can hold goes by its beginning and its hash.
     */
    public static String placeOf(
            @Nullable String storeId, @Nullable String section, @Nullable String scanAreaId, long scanId) {
        if (storeId != null && section != null && isGiven(storeId) && isGiven(section)) {
            return storable(normal(storeId) + "/" + normal(section));
        }
        return isGiven(scanAreaId) ? storable("area:" + scanAreaId) : "scan:" + scanId;
    }

    /** The text in Unicode form C, with one space for all white space in a row: lists spell the same place in several ways. */
    public static String normal(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return WHITE_SPACE.matcher(composed).replaceAll(" ");
    }

    private static String storable(String place) {
        if (place.length() <= LONGEST_PLACE) {
            return place;
        }
        String hash = "#" + Sha256.hex(place.getBytes(StandardCharsets.UTF_16BE));
        int end = LONGEST_PLACE - hash.length();
        return place.substring(0, Character.isHighSurrogate(place.charAt(end - 1)) ? end - 1 : end) + hash;
    }

    @Override
    public int compareTo(BreakKey other) {
        return ORDER.compare(this, other);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
