package io.shelftally.proof.sandbox.scripted;

import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.Report;
import io.shelftally.proof.sandbox.world.ScanScript;
import io.shelftally.proof.sandbox.world.StatusTemplate;
import io.shelftally.proof.sandbox.world.Step;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scan as a world file writes it; all but the id may be left out.
 *
 * @param note for the reader of the file
 * @param model the fields that {@code item} and the states need not name; LONG by default
 * @param item fields of the status item, over those of the model
 * @param progression statuses (of both kinds), objects of fields, or null for an answer without the scan; [COMPLETE] by
 *     default
 * @param extraItems whole items that come with it unasked
 * @param project fields around the product lists that are written short, such as project_name
 * @param report the answer's data, see {@link ReportForm}; without it there is no report
 */
record ScanForm(
        long id,
        @Nullable String note,
        Model model,
        ObjectNode item,
        List<JsonNode> progression,
        List<JsonNode> extraItems,
        ObjectNode project,
        @Nullable ObjectNode report,
        List<Step> statusSteps,
        List<Step> reportSteps) {

    enum Model {
        LONG,
        NEWER,
        BARE
    }

    ScanForm {
        model = model == null ? Model.LONG : model;
        item = item == null ? Json.object() : item;
        progression = progression == null ? List.of(Json.MAPPER.getNodeFactory().stringNode("COMPLETE")) : progression;
        extraItems = extraItems == null ? List.of() : extraItems;
        project = project == null ? Json.object() : project;
        statusSteps = statusSteps == null ? List.of() : statusSteps;
        reportSteps = reportSteps == null ? List.of() : reportSteps;
    }

    ScanScript script(ReportForm reports) {
        if (statusSteps.stream().anyMatch(step -> step.applied() != null)
                || reportSteps.stream().anyMatch(step -> step.applied() != null)) {
            throw new IllegalArgumentException("\"applied\" has a meaning in retrySteps only");
        }
        Optional<Report> answer =
                Optional.ofNullable(report).map(data -> reports.read(data, new ReportForm.Place(id, project)));
        return new ScanScript(
                id,
                Json.merged(base(), item),
                progression.stream().map(this::state).toList(),
                extraItems,
                answer,
                statusSteps,
                reportSteps);
    }

    private ObjectNode base() {
        return switch (model) {
            case LONG -> StatusTemplate.longModel(id, "shelf-" + id);
            case NEWER -> StatusTemplate.newerModel(id);
            case BARE -> Json.object().put("id", id);
        };
    }

    private JsonNode state(JsonNode written) {
        if (written.isString()) {
            String status = written.stringValue();
            return model == Model.NEWER ? StatusTemplate.newerState(status) : StatusTemplate.state(status);
        }
        if (written.isObject() || written.isNull()) {
            return written;
        }
        throw new IllegalArgumentException("a state is a status, an object of fields or null, not " + written);
    }
}
