package io.shelftally.sandbox.scripted;

import io.shelftally.sandbox.world.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One world file; everything may be left out.
 *
 * @param note for the reader of the file
 * @param tokenSteps what happens to the first calls for a token
 */
record WorldForm(@Nullable String note, List<CaptureForm> captures, List<ScanForm> scans, List<Step> tokenSteps) {

    WorldForm {
        captures = captures == null ? List.of() : captures;
        scans = scans == null ? List.of() : scans;
        tokenSteps = tokenSteps == null ? List.of() : tokenSteps;
    }
}
