package io.shelftally.sandbox.world;

import java.util.List;
import java.util.Optional;

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
}
