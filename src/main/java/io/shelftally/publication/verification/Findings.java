package io.shelftally.publication.verification;

import io.shelftally.intake.rows.Quoted;
import io.shelftally.publication.verification.Finding.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects findings; of each file and part the first ones are kept and the others counted, so that memory is bounded. */
final class Findings {

    static final String REPUBLISH =
            "Copy the version again from where it was published, or run the date again with jobs/nightly";
    private static final String DISTRUST =
            "Do not use this version; run the date again with jobs/nightly, and report a bug if it comes out the same";
    private static final int KEPT_OF_A_KIND = 20;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /** What another copy would mend. */
    void damaged(Part part, String file, String problem) {
        add(part, file, 0, problem, REPUBLISH);
    }

    /** Rows or sums that cannot be right, whatever the check sums say. */
    void wrong(Part part, String file, long line, String problem) {
        add(part, file, line, problem, DISTRUST);
    }

    void add(Part part, String file, long line, String problem, String remedy) {
        String name = Quoted.plain(file);
        if (counts.merge(part + " " + name, 1L, Long::sum) <= KEPT_OF_A_KIND) {
            kept.add(new Finding(part, name, line, problem, remedy));
        }
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
