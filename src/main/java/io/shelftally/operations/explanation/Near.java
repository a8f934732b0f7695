package io.shelftally.operations.explanation;

import io.shelftally.matching.product.Gtin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A product or capture of the scan whose GTIN is near the one asked about.
 *
 * @param what such as {@code product of ITEMS_SEEN}, or the id of a capture
 */
record Near(String gtin, Nearness nearness, String what) {

    private static final Comparator<Near> ORDER =
            Comparator.comparing(Near::nearness).thenComparing(Near::gtin).thenComparing(Near::what);

    /** All that are near the GTIN, the most telling first. */
    static List<Near> to(Gtin gtin, List<ReportLine> lines, List<ComparedCapture> captures) {
        List<Near> all = new ArrayList<>();
        lines.forEach(line -> Nearness.of(gtin.digits(), line.gtin())
                .ifPresent(nearness -> all.add(new Near(
                        line.gtin(),
                        nearness,
                        line.report() + (line.product() == null ? "" : ": " + line.product())))));
        captures.forEach(capture -> Nearness.of(gtin.digits(), capture.gtin())
                .ifPresent(nearness -> all.add(new Near(capture.gtin(), nearness, "capture " + capture.captureId()))));
        return all.stream().distinct().sorted(ORDER).toList();
    }
}
