package io.shelftally.proof.torture;

import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The retries that the vendor got. A capture may still be FAILED after a retry whose answer nobody has stored, because the
 * retry never arrived or because it failed as well: nothing in the answer tells which, and the retry may be sent again
 * (vendor-apis.md). Every other second retry is one too many.
 *
 * @param ofItself how often a retry came, by its path, but for those that follow on a read which showed FAILED
 * @param repeatedAsTold how many of these there were
 */
public record Retries(Map<String, Long> ofItself, long repeatedAsTold) {

    private static final String RETRY = "/retry";

    public static Retries in(List<JournalEntry> journal) {
        Map<String, Long> ofItself = new TreeMap<>();
        Map<String, String> shownSince = new HashMap<>();
        long repeatedAsTold = 0;
        for (JournalEntry entry : journal) {
            boolean isRetry = entry.path().endsWith(RETRY);
            if (!isRetry) {
                shownSince.computeIfPresent(
                        entry.path() + RETRY, (path, before) -> entry.shown().isEmpty() ? before : entry.shown());
            } else if ("FAILED".equals(shownSince.put(entry.path(), ""))) {
                repeatedAsTold++;
            } else {
                ofItself.merge(entry.path(), 1L, Long::sum);
            }
        }
        return new Retries(ofItself, repeatedAsTold);
    }
}
