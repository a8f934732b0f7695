package io.shelftally.proof.sandbox.scripted;

import io.shelftally.proof.sandbox.world.BadWorldException;
import io.shelftally.proof.sandbox.world.CaptureScript;
import io.shelftally.proof.sandbox.world.CaptureTemplate;
import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A capture as a world file writes it; all but the id may be left out.
 *
 * @param note for the reader of the file
 * @param code of the catalogue: fills raw_value, gtin and the product's fields
 * @param bare leaves out every field that {@code object} and the states do not name
 * @param object fields of the capture object, over those that the code gives
 * @param progression statuses, or objects of fields with one; [COMPLETED] by default
 * @param afterRetry a progression for each retry; [[PENDING, FAILED]] by default
 */
record CaptureForm(
        String id,
        @Nullable String note,
        @Nullable String code,
        boolean bare,
        ObjectNode object,
        List<JsonNode> progression,
        List<List<JsonNode>> afterRetry,
        boolean staleRetry,
        List<Step> readSteps,
        List<Step> retrySteps) {

    CaptureForm {
        id = id == null ? "" : id;
        object = object == null ? Json.object() : object;
        progression = progression == null ? statuses("COMPLETED") : progression;
        afterRetry = afterRetry == null ? List.of(statuses("PENDING", "FAILED")) : afterRetry;
        readSteps = readSteps == null ? List.of() : readSteps;
        retrySteps = retrySteps == null ? List.of() : retrySteps;
    }

    CaptureScript script(Catalogue catalogue) {
        if (readSteps.stream().anyMatch(step -> step.applied() != null)) {
            throw new IllegalArgumentException("\"applied\" has a meaning in retrySteps only");
        }
        return new CaptureScript(
                id,
                Json.merged(base(catalogue), object),
                states(progression),
                afterRetry.stream().map(this::states).toList(),
                staleRetry,
                readSteps,
                retrySteps);
    }

    private ObjectNode base(Catalogue catalogue) {
        if (bare) {
            return Json.object();
        }
        return code == null
                ? CaptureTemplate.unknown()
                : CaptureTemplate.of(catalogue
                        .find(code)
                        .orElseThrow(() -> new BadWorldException("the catalogue has no code \"" + code + "\"")));
    }

    private List<ObjectNode> states(List<JsonNode> written) {
        return written.stream().map(this::state).toList();
    }

    private ObjectNode state(JsonNode written) {
        if (written instanceof ObjectNode fields) {
            JsonNode status = fields.path("status");
            return status.isString() && !bare
                    ? Json.merged(CaptureTemplate.state(status.stringValue()), fields)
                    : fields;
        }
        if (!written.isString()) {
            throw new IllegalArgumentException("a state is a status or an object of fields, not " + written);
        }
        String status = written.stringValue();
        return bare ? Json.object().put("status", status) : CaptureTemplate.state(status);
    }

    private static List<JsonNode> statuses(String... statuses) {
        return List.of(statuses).stream()
                .map(status -> (JsonNode) Json.MAPPER.getNodeFactory().stringNode(status))
                .toList();
    }
}
