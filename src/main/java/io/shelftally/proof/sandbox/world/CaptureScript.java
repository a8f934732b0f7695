package io.shelftally.proof.sandbox.world;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * One capture from the first call to the last.
 *
 * @param object its fields; those of the state shown stand over them
 * @param progression what each successful read shows, one after the other; the last one stays
 * @param afterRetry the progression after the first retry, the second, and so on; the last one serves for all further
 * @param staleRetry whether the answer to a retry still shows the state before it
 * @param readSteps what happens to the first reads
 * @param retrySteps what happens to the first retries
 */
public record CaptureScript(
        String id,
        ObjectNode object,
        List<ObjectNode> progression,
        List<List<ObjectNode>> afterRetry,
        boolean staleRetry,
        List<Step> readSteps,
        List<Step> retrySteps) {

    /** How Closient writes the id of a capture. */
    public static final Pattern ID = Pattern.compile("[23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz]{22}");

    public CaptureScript {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("\"" + id + "\" is no capture id: 22 characters without 0, 1, I, O, l");
        }
        if (progression.isEmpty() || afterRetry.isEmpty() || afterRetry.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a progression of capture " + id + " is empty");
        }
        progression = List.copyOf(progression);
        afterRetry = afterRetry.stream().map(List::copyOf).toList();
        readSteps = List.copyOf(readSteps);
        retrySteps = List.copyOf(retrySteps);
    }

    /**
     * The state that the capture shows.
     *
     * @param retries the retries so far
     * @param reads the successful reads since the last of them, this one left out
     */
    public ObjectNode state(int retries, int reads) {
        return at(retries == 0 ? progression : at(afterRetry, retries - 1), reads);
    }

    private static <T> T at(List<T> list, int index) {
        return list.get(Math.min(index, list.size() - 1));
    }
}
