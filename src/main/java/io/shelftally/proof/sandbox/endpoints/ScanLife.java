package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.ScanScript;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** How far one scan has come, by the calls that name it alone. */
final class ScanLife {

    final Steps statusSteps = new Steps();
    final Steps reportSteps = new Steps();
    private int reads;

    /** What a status call shows; empty if the scan is left out. */
    synchronized Optional<ObjectNode> shown(ScanScript script) {
        return script.state(reads);
    }

    /** Records that a status call succeeded. */
    synchronized void wasRead() {
        reads++;
    }
}
