package io.shelftally.proof.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueTests {

    private final Catalogue catalogue = Catalogue.load();

    @Test
    void codesOfEveryPublishedLengthAreThere() {
        Set<Integer> lengths = new TreeSet<>();

        IntStream.range(0, catalogue.size())
                .forEach(row -> lengths.add(catalogue.get(row).code().length()));

        assertThat(lengths).containsExactly(5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    }

    @Test
    void aCodeIsFoundAsPublished() {
        assertThat(catalogue.find("49000000450")).map(CatalogueItem::name).contains("dt Coke 20OZA PL BT");
        assertThat(catalogue.find("049000000450")).isEmpty();
    }

    @Test
    void aProductWithoutDescriptionIsNamedByBrandAndCategory() {
        assertThat(catalogue.find("4010508")).map(CatalogueItem::name).contains("SNICKERS Chocolate");
    }

    @Test
    void theSameBrandHasTheSameNumber() {
        CatalogueItem one = catalogue.find("00508285").orElseThrow();
        CatalogueItem other = catalogue.find("852180").orElseThrow();

        assertThat(one.brand()).isEqualTo(other.brand());
        assertThat(one.ids().brand()).isEqualTo(other.ids().brand());
    }
}
