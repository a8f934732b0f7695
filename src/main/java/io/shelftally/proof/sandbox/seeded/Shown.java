package io.shelftally.proof.sandbox.seeded;

import io.shelftally.proof.sandbox.world.CaptureTemplate;
import io.shelftally.proof.sandbox.world.CatalogueItem;
import tools.jackson.databind.node.ObjectNode;

/** The forms in which a scanner app hands over a product's code. */
final class Shown {

    private Shown() {}

    /** A capture object of the product: mostly a bar code, now and then a Digital Link, an element string or a manual entry. */
    static ObjectNode as(CatalogueItem item, Dice dice) {
        ObjectNode object = CaptureTemplate.of(item);
        return switch (dice.below(10)) {
            case 0 -> digitalLink(object, item);
            case 1 -> object.put("raw_value", "(01)" + item.gtin14()).put("gtin", "");
            case 2, 3, 4 -> object.put("gtin", "");
            case 5 -> object.put("capture_type", "MANUAL").put("gtin", "").put("raw_value", " " + item.code());
            default -> object;
        };
    }

    private static ObjectNode digitalLink(ObjectNode object, CatalogueItem item) {
        String url = "https://id.gs1.org/01/" + item.gtin14();
        object.put("raw_value", url).put("gtin", "");
        object.putObject("gs1_dl_data").put("01", item.gtin14());
        ObjectNode analysis = object.putObject("qr_analysis")
                .put("initial_url", url)
                .put("final_url", url)
                .put("hop_count", 1)
                .put("resolver_domain", "id.gs1.org")
                .put("resolver_type", "GS1_DL")
                .put("is_closient_resolver", false)
                .put("extracted_gtin", item.gtin14())
                .put("error_message", "");
        analysis.putArray("hops")
                .addObject()
                .put("url", url)
                .put("status_code", 200)
                .putObject("headers");
        return object;
    }
}
