package io.shelftally.operations.explanation;

import io.shelftally.console.Style;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind an explanation, whatever it explains.
 *
 * @param near what else of the scan has a code like it
 * @param differences empty if the evidence gives again what was published
 */
record Grounds(List<Near> near, List<GivenAnswer> evidence, List<Difference> differences) {

    void putInto(Map<String, @Nullable Object> document) {
        document.put("near", near);
        document.put("evidence", evidence);
        document.put("same_when_computed_again", differences.isEmpty());
        document.put("differences", differences);
    }

    String text(Style style) {
        return Sections.near(near, style)
                + Sections.evidence(evidence, style)
                + Sections.differences(differences, style);
    }
}
