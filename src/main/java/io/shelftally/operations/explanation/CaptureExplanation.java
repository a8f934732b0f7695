package io.shelftally.operations.explanation;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a capture stands where it stands.
 *
 * @param link what names its scan, in words
 * @param weighed the code of the pack, if it was read as its product; else null
 * @param rowGtin the row that it stands behind; null if it stands behind none
 */
record CaptureExplanation(
        Map<String, @Nullable Object> capture,
        String rule,
        String link,
        @Nullable WeighedPack weighed,
        @Nullable String rowGtin,
        Grounds grounds)
        implements Answer {

    @Override
    public Object json() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("capture", capture);
        document.put("rule", rule);
        document.put("link", link);
        document.put("weighed", weighed);
        document.put("row_gtin", rowGtin);
        grounds.putInto(document);
        return document;
    }

    @Override
    public String text(Style style) {
        String row = rowGtin == null
                ? ""
                : "  It stands behind the row of " + rowGtin + ": jobs/shelftally explain --scan "
                        + capture.get("scan_id") + " --gtin " + rowGtin + "\n";
        String pack = weighed == null ? "" : "  It is a weighed pack: its code is read from " + weighed.words() + ".\n";
        return style.strong("capture " + capture.get("capture_id") + ", night of " + capture.get("business_date"))
                + "\n"
                + "  " + style.strong(Objects.toString(capture.get("outcome"), "")) + "\n"
                + Sections.facts(
                        capture,
                        "status",
                        "retries",
                        "capture_type",
                        "raw_value",
                        "gtin",
                        "identifier_kind",
                        "identifier_flags",
                        "match_method",
                        "product_name",
                        "scan_id",
                        "store_id",
                        "error_code",
                        "error_message")
                + "\n" + style.strong("Why") + "\n  " + rule + "\n  " + link + "\n" + pack + row
                + grounds.text(style);
    }
}
