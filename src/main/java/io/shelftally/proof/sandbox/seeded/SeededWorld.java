package io.shelftally.proof.sandbox.seeded;

import io.shelftally.proof.sandbox.world.CaptureScript;
import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.sandbox.world.ScanScript;
import io.shelftally.proof.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A world of any size made from a seed; nothing of it is kept. */
public final class SeededWorld implements World {

    private final SeededOptions options;
    private final SeededScans scans;
    private final SeededCaptures captures;

    public SeededWorld(SeededOptions options, Catalogue catalogue) {
        this.options = options;
        this.scans = new SeededScans(options, catalogue);
        this.captures = new SeededCaptures(options, catalogue, scans);
    }

    @Override
    public Optional<CaptureScript> capture(String captureId) {
        return captures.script(captureId);
    }

    @Override
    public Optional<ScanScript> scan(long scanId) {
        return scans.script(scanId);
    }

    /** Writes {@code captures.csv} and {@code scans.csv}, the ids that a job should be given, into the folder. */
    public void writeLists(Path folder) throws IOException {
        new WorkLists(options, captures, scans).write(folder);
    }
}
