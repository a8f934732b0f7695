package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.ScanScript;
import io.shelftally.proof.sandbox.world.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers a status call, in which each scan has a script of its own. */
record StatusCalls(Stage stage) {

    /** A known scan that the call names. */
    record Asked(ScanScript script, ScanLife life) {}

    Answer answer(List<Asked> asked) {
        List<Asked> byId = asked.stream()
                .sorted(Comparator.comparing(scan -> scan.script().id()))
                .toList();
        List<Step> steps = new ArrayList<>();
        for (Asked scan : byId) {
            scan.life().statusSteps.next(scan.script().statusSteps()).ifPresent(steps::add);
        }
        Optional<Step> spokesman = steps.stream()
                .filter(step -> !step.isRead())
                .findFirst()
                .or(() -> steps.stream().max(Comparator.comparing(Step::delayMs)));
        Answer ordinary = ordinary(asked, spokesman.map(Step::isRead).orElse(true));
        return spokesman.map(step -> stage.play(step, () -> ordinary)).orElse(ordinary);
    }

    private static Answer ordinary(List<Asked> asked, boolean isRead) {
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        for (Asked scan : asked) {
            scan.life().shown(scan.script()).ifPresent(data::add);
            scan.script().extraItems().forEach(data::add);
            if (isRead) {
                scan.life().wasRead();
            }
        }
        return Answer.json(200, body);
    }
}
