package io.shelftally.proof.sandbox.world;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One scan from the first call to the last.
 *
 * @param item the fields of its status item; those of the state shown stand over them
 * @param progression what each successful status call shows, one after the other; a JSON null leaves the scan out of the
 *     answer; the last one stays
 * @param extraItems what stands in every status answer that was asked for this scan, besides
 * @param report empty if there is none
 * @param statusSteps what happens to the first status calls that name the scan
 * @param reportSteps what happens to the first calls for its report
 */
public record ScanScript(
        long id,
        ObjectNode item,
        List<JsonNode> progression,
        List<JsonNode> extraItems,
        Optional<Report> report,
        List<Step> statusSteps,
        List<Step> reportSteps) {

    public ScanScript {
        if (id < 1) {
            throw new IllegalArgumentException(id + " is no scan id: it must be 1 or more");
        }
        if (progression.isEmpty()) {
            throw new IllegalArgumentException("the progression of scan " + id + " is empty");
        }
        progression = List.copyOf(progression);
        extraItems = List.copyOf(extraItems);
        statusSteps = List.copyOf(statusSteps);
        reportSteps = List.copyOf(reportSteps);
    }

    /**
     * The status item that the scan shows; empty if it is left out.
     *
     * @param reads the successful status calls so far, this one left out
     */
    public Optional<ObjectNode> state(int reads) {
        JsonNode state = progression.get(Math.min(reads, progression.size() - 1));
        return state instanceof ObjectNode changes ? Optional.of(Json.merged(item, changes)) : Optional.empty();
    }
}
