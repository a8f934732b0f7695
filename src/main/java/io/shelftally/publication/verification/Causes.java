package io.shelftally.publication.verification;

import io.shelftally.publication.verification.Finding.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to tell first of an export that was damaged: one changed cell is seen by check sums, descriptor, rows and sums alike, and
 * is one finding, that of its file, with the line that shows it best. What the other files add up to is judged when it is mended.
 */
final class Causes {

    /** What a changed file makes others seem to be. */
    private static final Set<Part> FOLLOWING = EnumSet.of(Part.DESCRIPTOR, Part.KEYS, Part.SUMS);

    private Causes() {}

    /** All of them where nothing was changed, or the check sums themselves are in doubt. */
    static List<Finding> of(List<Finding> findings) {
        Set<String> changed = new TreeSet<>();
        findings.stream().filter(Causes::isChange).forEach(finding -> changed.add(finding.file()));
        if (changed.isEmpty() || findings.stream().anyMatch(finding -> finding.part() == Part.SUCCESS)) {
            return findings;
        }
        List<Finding> causes = new ArrayList<>();
        for (String file : changed) {
            causes.add(cause(findings.stream()
                    .filter(finding -> finding.file().equals(file))
                    .toList()));
        }
        findings.stream()
                .filter(finding -> !changed.contains(finding.file()) && !FOLLOWING.contains(finding.part()))
                .forEach(causes::add);
        return List.copyOf(causes);
    }

    private static boolean isChange(Finding finding) {
        return finding.part() == Part.CHECKSUMS && !finding.file().equals(Checksums.FILE);
    }

    private static Finding cause(List<Finding> ofFile) {
        Finding change = ofFile.stream().filter(Causes::isChange).findFirst().orElseThrow();
        return ofFile.stream()
                .filter(finding -> finding.line() > 0)
                .min(Comparator.comparing(Finding::part).thenComparing(Finding::line))
                .map(shown -> new Finding(
                        change.part(),
                        change.file(),
                        shown.line(),
                        "the bytes were changed: " + shown.problem(),
                        change.remedy()))
                .orElse(change);
    }
}
