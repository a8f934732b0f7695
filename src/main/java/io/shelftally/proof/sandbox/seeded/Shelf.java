package io.shelftally.proof.sandbox.seeded;

import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.sandbox.world.CatalogueItem;

/**
 * The products of one scan, in the order of its report: the first ones are seen, the last ones are out of stock, and now and
 * then one is both.
 */
final class Shelf {

    private final Catalogue catalogue;
    private final int products;
    private final int start;
    private final int stride;
    private final int outOfStock;
    private final int both;

    Shelf(Catalogue catalogue, int products, Dice dice) {
        this.catalogue = catalogue;
        this.products = products;
        this.start = dice.below(catalogue.size());
        this.stride = coprime(1 + dice.below(catalogue.size() - 1), catalogue.size());
        this.outOfStock = Math.min(products, dice.below(2 + products / 6));
        this.both = outOfStock < products && dice.percent(15) ? 1 : 0;
    }

    int products() {
        return products;
    }

    /** Only as many products as the catalogue has are different ones. */
    CatalogueItem product(int place) {
        return catalogue.get((int) ((start + (long) place * stride) % catalogue.size()));
    }

    int seenEnd() {
        return products - outOfStock;
    }

    int outOfStockBegin() {
        return products - outOfStock - both;
    }

    private static int coprime(int wish, int size) {
        int number = wish;
        while (divisor(number, size) != 1) {
            number++;
        }
        return number;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
