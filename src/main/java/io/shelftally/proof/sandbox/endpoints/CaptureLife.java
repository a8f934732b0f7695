package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.CaptureScript;
import io.shelftally.proof.sandbox.world.Json;
import tools.jackson.databind.node.ObjectNode;

/** How far one capture has come, by the calls about itself alone. */
final class CaptureLife {

    final Steps readSteps = new Steps();
    final Steps retrySteps = new Steps();
    private int retries;
    private int reads;

    /** What a read shows. */
    synchronized ObjectNode shown(CaptureScript script) {
        return Json.merged(script.object(), script.state(retries, reads));
    }

    /** Records that a read succeeded. */
    synchronized void wasRead() {
        reads++;
    }

    /** Whether the state that was shown last can be retried. */
    synchronized boolean isFailed(CaptureScript script) {
        ObjectNode last = script.state(retries, Math.max(0, reads - 1));
        return last.path("status").asString("").equalsIgnoreCase("FAILED");
    }

    /** Retries the capture; the answer shows what was before, or what comes next. */
    synchronized ObjectNode retry(CaptureScript script) {
        ObjectNode before = Json.merged(script.object(), script.state(retries, Math.max(0, reads - 1)));
        retries++;
        reads = 0;
        return script.staleRetry() ? before : shown(script);
    }
}
