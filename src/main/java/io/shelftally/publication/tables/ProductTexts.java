package io.shelftally.publication.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shelftally.base.digest.Sha256;
import io.shelftally.base.text.StoredText;
import io.shelftally.matching.reconciliation.ProductText;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The words of products, each combination kept once under an id made from it (the first half of a SHA-256). The latest
 * ids are remembered, so that a product that comes again is not looked up again. Beside the words stands the latest export that
 * has them, by which those that nobody has any more are found without reading any rows ({@link OldTexts}).
 */
final class ProductTexts {

    /** About 10 MB, and more products than a chain sells. */
    static final int REMEMBERED = 100_000;

    /** Products whose words are kept beside their ids: about 10 MB, and making the id costs more than finding it. */
    private static final int WORDS_REMEMBERED = 12_000;

    private static final String INSERT = """
            INSERT INTO product_text (
                text_id, product_name, brand, category, manufacturer, product_id, brand_id, category_id,
                manufacturer_id, upc, last_export)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** What others write at the same moment is as good. */
    private static final String INSERT_BESIDE_OTHERS = INSERT + "ON CONFLICT DO NOTHING";

    private static final String USE = "UPDATE product_text SET last_export = ? WHERE text_id = ? AND last_export < ?";

    private final JdbcOperations jdbc;
    private final int exportId;
    private final String insert;
    private final MessageDigest sha256 = Sha256.digest();
    private final Map<ProductText, UUID> ids = new Latest<>(WORDS_REMEMBERED);
    private final Map<UUID, Boolean> known;

    /** In the same order in each process, so that none waits for another in a circle. */
    private final Map<UUID, List<String>> fresh = new TreeMap<>();

    ProductTexts(JdbcOperations jdbc, int exportId, int remembered) {
        this(jdbc, exportId, remembered, INSERT);
    }

    private ProductTexts(JdbcOperations jdbc, int exportId, int remembered, String insert) {
        this.jdbc = jdbc;
        this.exportId = exportId;
        this.insert = insert;
        this.known = new Latest<>(remembered);
    }

    /** Of an export that several processes write, on PostgreSQL. */
    static ProductTexts besideOthers(JdbcOperations jdbc, int exportId) {
        return new ProductTexts(jdbc, exportId, REMEMBERED, INSERT_BESIDE_OTHERS);
    }

    /** The id of the text, which is in the table after the next {@link #writeNew()} at the latest. */
    UUID idOf(ProductText text) {
        UUID id = ids.get(text);
        if (id == null || !known.containsKey(id)) {
            List<String> words = words(text);
            id = id(words);
            ids.put(text, id);
            if (known.put(id, Boolean.TRUE) == null) {
                fresh.put(id, words);
            }
        }
        return id;
    }

    /** Within the caller's transaction; if that fails, this object must not be used any more. */
    void writeNew() {
        if (!fresh.isEmpty()) {
            Set<UUID> written = written(fresh.keySet());
            use(written);
            fresh.keySet().removeAll(written);
            jdbc.batchUpdate(insert, fresh.entrySet(), Cells.ROWS_PER_BATCH, (statement, text) -> {
                statement.setObject(1, text.getKey());
                int position = 2;
                for (String word : text.getValue()) {
                    statement.setString(position++, word.isEmpty() ? null : word);
                }
                statement.setInt(position, exportId);
            });
            fresh.clear();
        }
    }

    private void use(Set<UUID> ids) {
        jdbc.batchUpdate(USE, ids, Cells.ROWS_PER_BATCH, (statement, id) -> {
            statement.setInt(1, exportId);
            statement.setObject(2, id);
            statement.setInt(3, exportId);
        });
    }

    private Set<UUID> written(Set<UUID> ids) {
        return new TreeSet<>(jdbc.queryForList(
                "SELECT text_id FROM product_text WHERE text_id = ANY (?)",
                UUID.class,
                new SqlArrayValue("uuid", ids.toArray())));
    }

    private UUID id(List<String> words) {
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(String.join("\0", words).getBytes(UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** As they are stored; the empty text is none. */
    private static List<String> words(ProductText text) {
        return Arrays.asList(
                word(text.productName()),
                word(text.brand()),
                word(text.category()),
                word(text.manufacturer()),
                word(text.productId()),
                word(text.brandId()),
                word(text.categoryId()),
                word(text.manufacturerId()),
                word(text.upc()));
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : StoredText.of(text);
    }

    /** Forgets the entry that was asked for longest ago. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {

        private final int most;

        Latest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
