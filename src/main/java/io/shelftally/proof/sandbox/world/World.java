package io.shelftally.proof.sandbox.world;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Everything that the two vendors know; the same question always gets the same script. */
public interface World {

    /** The script of a capture; empty if Closient has no such capture. */
    Optional<CaptureScript> capture(String captureId);

    /** The script of a scan; empty if Pensa has no such scan. */
    Optional<ScanScript> scan(long scanId);

    /** What happens to the first calls for a token. */
    default List<Step> tokenSteps() {
        return List.of();
    }

    /** In what the vendors' ways differ from the usual ones. */
    default Habits habits() {
        return Habits.UNSAID;
    }

    /** What Closient says of the key. */
    default ObjectNode whoami() {
        return WhoamiTemplate.ofSandbox();
    }

    /** What happens to the first calls that ask for that. */
    default List<Step> whoamiSteps() {
        return List.of();
    }
}
