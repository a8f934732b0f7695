package io.shelftally.proof.sandbox.world;

import tools.jackson.databind.node.ObjectNode;

/**
 * A real product.
 *
 * @param row its place in the catalogue, from 0
 * @param code as published: 5 to 14 digits, some with a lost zero or check digit
 * @param brand may be empty, as the category and the owner may
 * @param ids the vendor's numbers of the brand, the category and the owner
 */
public record CatalogueItem(int row, String code, String name, String brand, String category, String owner, Ids ids) {

    /** The numbers of a product's brand, category and owner: the same text has the same number. */
    public record Ids(int brand, int category, int owner) {}

    /** The code behind zeros, as Closient writes a GTIN-14. */
    public String gtin14() {
        return "0".repeat(14 - code.length()) + code;
    }

    /** Closient's id of the product. */
    public String shortId() {
        return "prd" + Integer.toString(1_679_616 + row * 7919, 36);
    }

    /** The product as a line of a Pensa report; the code as text. */
    public ObjectNode reportLine() {
        return Json.object()
                .put("brand", brand)
                .put("brand_id", ids.brand)
                .put("category", category)
                .put("category_id", ids.category)
                .put("manufacturer", owner)
                .put("manufacturer_id", ids.owner)
                .put("product", name)
                .put("product_id", 700_001 + row)
                .put("upc", code);
    }
}
