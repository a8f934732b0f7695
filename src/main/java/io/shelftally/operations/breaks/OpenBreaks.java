package io.shelftally.operations.breaks;

import io.shelftally.console.Answer;
import io.shelftally.console.NotFoundException;
import io.shelftally.intake.selection.StoreIds;
import io.shelftally.job.output.PublishedNights;
import io.shelftally.night.items.NightStores;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the open breaks of a night by the view break_item, as its version that is shown has them. */
@Repository
public class OpenBreaks {

    private final JdbcClient client;

    public OpenBreaks(JdbcClient client) {
        this.client = client;
    }

    /**
     * The breaks that are open at the end of the night, the oldest first; throws {@link NotFoundException} if it is not published.
     *
     * @param date the latest published night if empty
     * @param store of this store alone, if given
     * @param olderThan those of more nights than this; 0 is all
     */
    public Answer of(Optional<LocalDate> date, Optional<String> store, int olderThan) {
        PublishedNights published = new PublishedNights(client);
        LocalDate night =
                date.or(published::latest).orElseThrow(() -> new NotFoundException("no night is published yet"));
        if (!published.has(night)) {
            throw published.none(night);
        }
        List<OpenBreak> all = open(night);
        store.ifPresent(asked -> requireKnown(asked, night, all));
        List<OpenBreak> wanted = all.stream()
                .filter(one -> store.isEmpty() || store.get().equals(one.storeId()))
                .filter(one -> one.nights() > olderThan)
                .sorted(OpenBreak.OLDEST_FIRST)
                .toList();
        return new BreakList(night, wanted, all.size());
    }

    /** A store of which nothing is known is most likely a slip, and no store without breaks. */
    private void requireKnown(String store, LocalDate night, List<OpenBreak> all) {
        Set<String> known = new HashSet<>(new NightStores(client).of(night, night));
        all.stream().flatMap(one -> Stream.ofNullable(one.storeId())).forEach(known::add);
        StoreIds.unknown(List.of(store), known).ifPresent(words -> {
            throw new NotFoundException("the night of " + night + " has " + words);
        });
    }

    private List<OpenBreak> open(LocalDate night) {
        return client.sql("SELECT * FROM break_item WHERE business_date = :night AND closed_on IS NULL")
                .param("night", night)
                .query(OpenBreaks::row)
                .list();
    }

    private static OpenBreak row(ResultSet row, int number) throws SQLException {
        return new OpenBreak(
                row.getString("place"),
                row.getString("store_id"),
                row.getString("section"),
                row.getString("gtin"),
                row.getString("product_name"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("last_seen_on", LocalDate.class),
                row.getInt("nights"),
                row.getString("first_verdict"),
                row.getString("latest_verdict"),
                date(row, "previous_opened_on"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
