package io.shelftally.job.derivation;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.reconciliation.UnknownReason;
import io.shelftally.publication.results.CaptureRow;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.UnknownProductRow;
import io.shelftally.publication.results.UnknownProductRow.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the products that Closient does not know while the rows of a night go by (docs/rules.md, "Unknown products"):
 *
 * <ol>
 *   <li>{@link #reconciled}: what the reports call each product, as long as there are not too many of them;
 *   <li>{@link #captured}: the captures that came back NOT_FOUND, by their canonical GTIN;
 *   <li>{@link #rows}: both joined. Where the products were too many, the reconciled rows go by once more, and only words that
 *       are asked for are kept.
 * </ol>
 */
public final class UnknownProducts {

    private static final String NOT_FOUND = "NOT_FOUND";

    private final ZoneId zone;
    private final TreeMap<Gtin, NotFound> products = new TreeMap<>();
    private ProductWords words;

    public UnknownProducts(Rules rules) {
        this(rules, ProductWords.MOST);
    }

    UnknownProducts(Rules rules, int mostWords) {
        this.zone = rules.businessZone();
        this.words = ProductWords.upTo(mostWords);
    }

    /** In the order of scans. */
    public void reconciled(List<ReconciledRow> rows) {
        rows.forEach(words::add);
    }

    /** In any order. */
    public void captured(List<CaptureRow> rows) {
        rows.stream()
                .filter(row -> NOT_FOUND.equalsIgnoreCase(row.status()))
                .forEach(row -> row.identifier()
                        .ifPresent(identifier -> products.computeIfAbsent(identifier.gtin(), gtin -> new NotFound())
                                .add(row, identifier)));
    }

    /**
     * Sorted by GTIN.
     *
     * @param again hands over all reconciled rows of the night once more, in the same order; asked for only if it must be
     */
    public List<UnknownProductRow> rows(Consumer<Consumer<ReconciledRow>> again) {
        if (!words.isWhole() && !products.isEmpty()) {
            words = ProductWords.of(gtins());
            again.accept(words::add);
        }
        return rowsCalled(words::of);
    }

    /**
     * The same where no reconciled rows went by.
     *
     * @param words what the reports call each of {@link #gtins}
     */
    public List<UnknownProductRow> rowsCalled(Function<Gtin, Words> words) {
        return products.entrySet().stream()
                .map(product -> product.getValue().row(product.getKey(), words))
                .toList();
    }

    /** Whose words are needed. */
    public Set<Gtin> gtins() {
        Set<Gtin> wanted = new HashSet<>(products.keySet());
        products.values().forEach(product -> product.other().ifPresent(wanted::add));
        return wanted;
    }

    /** The captures of one product. */
    private final class NotFound {

        private final Set<String> stores = new HashSet<>();
        private int captures;
        private @Nullable Instant first;
        private @Nullable Instant last;
        private Optional<UnknownReason> reason = Optional.empty();
        private Optional<Gtin> other = Optional.empty();
        private String otherFrom = "";

        void add(CaptureRow row, Identifier identifier) {
            captures++;
            if (row.storeId() != null && !row.storeId().isEmpty()) {
                stores.add(row.storeId());
            }
            if (row.created() != null) {
                first = first == null || row.created().isBefore(first) ? row.created() : first;
                last = last == null || row.created().isAfter(last) ? row.created() : last;
            }
            reason = Stream.of(reason, UnknownReason.of(identifier))
                    .flatMap(Optional::stream)
                    .min(UnknownReason::compareTo);
            if (identifier.secondCandidate().isPresent()
                    && (other.isEmpty() || row.captureId().compareTo(otherFrom) < 0)) {
                other = identifier.secondCandidate();
                otherFrom = row.captureId();
            }
        }

        Optional<Gtin> other() {
            return other;
        }

        UnknownProductRow row(Gtin gtin, Function<Gtin, Words> words) {
            Words own = words.apply(gtin);
            return new UnknownProductRow(
                    gtin,
                    other,
                    own.orElse(other.map(words).orElse(Words.NONE)),
                    captures,
                    stores.size(),
                    date(first),
                    date(last),
                    reason);
        }

        private @Nullable LocalDate date(@Nullable Instant instant) {
            return instant == null ? null : instant.atZone(zone).toLocalDate();
        }
    }
}
