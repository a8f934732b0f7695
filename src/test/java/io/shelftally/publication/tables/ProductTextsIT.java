package io.shelftally.publication.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.reconciliation.ProductText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductTextsIT {

    private final ResultsDatabase database = new ResultsDatabase();
    private final ProductTexts texts = new ProductTexts(database.jdbc, 7, 1);

    @Test
    void theSameWordsHaveTheSameIdInEveryRun() {
        UUID id = texts.idOf(named("Cola", null));

        assertThat(new ProductTexts(database.jdbc, 7, 1).idOf(named("Cola", null)))
                .isEqualTo(id);
        assertThat(id).isEqualTo(UUID.fromString("2d071362-f204-d4e9-6738-cc9a6a308a75"));
    }

    @Test
    void wordsInAnotherColumnAreAnotherProduct() {
        assertThat(texts.idOf(named("Cola", null))).isNotEqualTo(texts.idOf(named(null, "Cola")));
    }

    @Test
    void aProductThatWasForgottenIsNotWrittenAgain() {
        texts.idOf(named("Cola", "A"));
        texts.idOf(named("Cereal", "B"));
        texts.idOf(named("Cola", "A"));
        texts.writeNew();

        texts.idOf(named("Cereal", "B"));
        texts.writeNew();

        assertThat(database.query("SELECT product_name FROM product_text"))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder("Cola", "Cereal");
    }

    @Test
    void wordsAreOfTheLatestExportThatHasThem() {
        texts.idOf(named("Cola", null));
        texts.idOf(named("Cereal", null));
        texts.writeNew();

        for (int export : new int[] {9, 8}) {
            ProductTexts others = new ProductTexts(database.jdbc, export, 1);
            others.idOf(named("Cola", null));
            others.writeNew();
        }

        assertThat(database.query("SELECT product_name, last_export FROM product_text ORDER BY last_export"))
                .containsExactly(List.of("Cereal", "7"), List.of("Cola", "9"));
    }

    private static ProductText named(@Nullable String productName, @Nullable String brand) {
        return new ProductText(productName, brand, null, null, null, null, null, null, null);
    }
}
