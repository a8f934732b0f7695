package io.shelftally.operations.breaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.console.NotFoundException;
import io.shelftally.console.Style;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.night.run.HandClock;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.publication.export.Json;
import io.shelftally.publication.tables.BreakRows;
import io.shelftally.publication.tables.ExportVersions;
import io.shelftally.publication.tables.GuardedTransactions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class OpenBreaksTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);
    private static final String MILK = "00013562302284";
    private static final String OATS = "00072080274329";

    private final NightDatabase db = new NightDatabase();
    private final OpenBreaks breaks = new OpenBreaks(db.client());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void theOldestComesFirstAndWhatIsClosedNotAtAll() {
        published(
                NIGHT,
                row("S1/dairy", "S1", OATS, NIGHT, null, 1),
                row("S2/dairy", "S2", MILK, NIGHT.minusDays(4), null, 3),
                row("S1/dairy", "S1", MILK, NIGHT.minusDays(9), NIGHT, 7));

        assertThat(breaks.of(Optional.empty(), Optional.empty(), 0).text(Style.PLAIN))
                .isEqualTo("""
                place     gtin            opened      nights  first         latest             product
                S2/dairy  00013562302284  2026-11-18       3  OOS_DISPUTED  CAPTURED_NOT_SEEN  Whole milk
                S1/dairy  00072080274329  2026-11-22       1  OOS_DISPUTED  CAPTURED_NOT_SEEN  Whole milk

                2 open breaks on 2026-11-22
                """);
    }

    @Test
    void aStoreAndAnAgeNarrowTheList() {
        published(
                NIGHT,
                row("S1/dairy", "S1", OATS, NIGHT, null, 1),
                row("S2/dairy", "S2", MILK, NIGHT.minusDays(4), null, 3),
                row("area:9", null, MILK, NIGHT.minusDays(4), null, 4));

        assertThat(found(Optional.of("S1"), 0)).containsExactly("S1/dairy");
        assertThat(found(Optional.empty(), 3)).containsExactly("area:9");
        assertThat(breaks.of(Optional.empty(), Optional.of("S2"), 9).text(Style.PLAIN))
                .isEqualTo("0 of 3 open breaks on 2026-11-22\n");
    }

    @Test
    void anEarlierNightIsToldAsItStood() {
        published(NIGHT.minusDays(1), row("S1/dairy", "S1", OATS, NIGHT.minusDays(1), null, 1));
        published(NIGHT, row("S1/dairy", "S1", OATS, NIGHT.minusDays(1), null, 2));

        assertThat(breaks.of(Optional.of(NIGHT.minusDays(1)), Optional.empty(), 0)
                        .text(Style.PLAIN))
                .endsWith("1 open break on 2026-11-21\n");
    }

    @Test
    void aNightThatIsNotPublishedIsToldWithTheLatestThatIs() {
        assertThatThrownBy(() -> breaks.of(Optional.empty(), Optional.empty(), 0))
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith("no night is published");
        published(NIGHT);

        assertThatThrownBy(() -> breaks.of(Optional.of(NIGHT.plusDays(1)), Optional.empty(), 0))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("the night of 2026-11-23 is not published; the latest that is, is 2026-11-22.\n"
                        + "jobs/shelftally nights lists those that are.");
    }

    @Test
    void aStoreOfWhichNothingIsKnownIsSaidSoWithTheOneThatWasMeant() {
        published(NIGHT, row("0412/dairy", "0412", OATS, NIGHT, null, 1));

        assertThatThrownBy(() -> breaks.of(Optional.empty(), Optional.of("412"), 0))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("the night of 2026-11-22 has no store 412; there is 0412");
        assertThat(found(Optional.of("0412"), 9)).isEmpty();
    }

    @Test
    void jsonTellsEveryColumn() {
        published(NIGHT, row("S1/dairy", "S1", OATS, NIGHT, null, 1));

        assertThat(Json.text(breaks.of(Optional.empty(), Optional.empty(), 0).json()))
                .contains("\"business_date\" : \"2026-11-22\"", "\"open\" : 1")
                .contains("\"store_id\" : \"S1\"", "\"gtin\" : \"00072080274329\"", "\"nights\" : 1")
                .contains("\"first_verdict\" : \"OOS_DISPUTED\"", "\"previous_opened_on\" : null");
    }

    private List<String> found(Optional<String> store, int olderThan) {
        return ((BreakList) breaks.of(Optional.empty(), store, olderThan))
                .breaks().stream().map(OpenBreak::place).toList();
    }

    private void published(LocalDate night, Break... rows) {
        GuardedTransactions unguarded = new GuardedTransactions(new TransactionTemplate(db.transactions()), () -> {});
        ExportVersions versions = new ExportVersions(db.jdbc(), unguarded, new HandClock());
        int export = versions.begin(night, "");
        new BreakRows(db.jdbc(), unguarded).insert(export, List.of(rows));
        versions.publish(export, 1, Path.of("out"), "");
    }

    private static Break row(
            String place,
            @Nullable String store,
            String gtin,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            int nights) {
        LocalDate lastSeen = closedOn == null ? openedOn.plusDays(nights - 1) : closedOn.minusDays(1);
        return new Break(
                place,
                store,
                store == null ? null : "dairy",
                new Gtin(gtin),
                "Whole milk",
                openedOn,
                lastSeen,
                closedOn,
                nights,
                Verdict.OOS_DISPUTED,
                Verdict.CAPTURED_NOT_SEEN,
                null);
    }
}
