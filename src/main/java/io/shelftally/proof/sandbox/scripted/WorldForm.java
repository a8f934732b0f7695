package io.shelftally.proof.sandbox.scripted;

import io.shelftally.proof.sandbox.world.Habits;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One world file; everything may be left out.
 *
 * @param note for the reader of the file
 * @param tokenSteps what happens to the first calls for a token
 * @param habits ways of the vendors that are not the usual ones
 * @param whoami fields of what Closient says of the key, over the made-up ones
 * @param whoamiSteps what happens to the first calls that ask for that
 */
record WorldForm(
        @Nullable String note,
        List<CaptureForm> captures,
        List<ScanForm> scans,
        List<Step> tokenSteps,
        Habits habits,
        ObjectNode whoami,
        List<Step> whoamiSteps) {

    WorldForm {
        captures = captures == null ? List.of() : captures;
        scans = scans == null ? List.of() : scans;
        tokenSteps = tokenSteps == null ? List.of() : tokenSteps;
        habits = habits == null ? Habits.UNSAID : habits;
        whoami = whoami == null ? Json.object() : whoami;
        whoamiSteps = whoamiSteps == null ? List.of() : whoamiSteps;
    }
}
