package io.shelftally.operations.measuring;

import io.shelftally.operations.telling.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Two files for node_exporter's collector of textfiles, each replaced in one instant: that of the run by every run, that of the
 * night by one that published, so that a run that fails does not take the last night's figures away.
 */
final class TextFiles extends Measured {

    private static final String RUN = "shelftally_run.prom";
    private static final String NIGHT = "shelftally_night.prom";

    private final Path folder;

    TextFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "the folder of textfiles " + folder;
    }

    @Override
    public void tell(RunEvent event) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no such folder (shelftally.metrics.textfile-dir)");
        }
        write(RUN, PrometheusText.run(event));
        String night = PrometheusText.night(event);
        if (!night.isEmpty()) {
            write(NIGHT, night);
        }
    }

    /** The draft's name does not end as the collector looks for. */
    private void write(String name, String text) throws IOException {
        Path draft = folder.resolve("." + name + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(draft, text);
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IOException("cannot write " + name + ": " + e, e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
