package io.shelftally.publication.pages;

import io.shelftally.matching.reconciliation.Break;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Open breaks as a list: the product, where it is, and since when. */
public final class BreakItems {
    private BreakItems() {}

    /**
     * The breaks of these, in their order.
     *
     * @param further markup that ends each of them
     */
    public static <T> String list(List<T> some, Function<T, Break> found, Function<T, String> further) {
        StringBuilder items = new StringBuilder("<ul class=\"breaks\">\n");
        some.forEach(one -> items.append(item(found.apply(one), further.apply(one))));
        return items.append("</ul>\n").toString();
    }

    private static String item(Break one, String further) {
        return Markup.of(
                "<li><p><strong>%s</strong></p><p>GTIN <code>%s</code> · %s</p>"
                        + "<p class=\"note\">%s, since %s: %s%s</p></li>\n",
                Html.escape(Objects.requireNonNullElse(one.productName(), "Product without a name")),
                one.gtin().digits(),
                Html.escape(place(one)),
                one.nights() == 1 ? "1 night" : Figures.number(one.nights()) + " nights",
                one.openedOn(),
                Meaning.of(one.latestVerdict()),
                further);
    }

    private static String place(Break one) {
        if (one.storeId() == null) {
            return "place " + one.place();
        }
        return "store " + one.storeId() + (one.section() == null ? "" : ", section " + one.section());
    }
}
