package io.shelftally.proof.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A build of the job that runs nights by its own launcher.
 *
 * @param settings that it gets besides those of every build, and over them
 */
record Build(String name, Path launcher, Map<String, String> settings) {

    /** The name of the build that the benchmark came with. */
    static final String THIS = "this";

    static Build here(Path project, Map<String, String> settings) {
        return new Build(THIS, project.resolve("jobs/nightly"), settings);
    }

    /**
     * Of the folder that a build makes, {@code target/app}, or of the folder {@code app} of what is installed.
     *
     * @throws IllegalArgumentException if there is no application, or no launcher of it
     */
    static Build of(Path app, Map<String, String> settings) {
        Path folder = app.toAbsolutePath().normalize();
        if (!Files.isRegularFile(folder.resolve("shelftally.jar")) || !Files.isDirectory(folder.resolve("lib"))) {
            throw new IllegalArgumentException(
                    "--beside " + app + " is no built application: name a target/app, with shelftally.jar and lib/");
        }
        Path project = folder.endsWith("target/app") ? folder.resolve("../..") : folder.resolve("..");
        Path launcher = project.resolve("jobs/nightly").normalize();
        if (!Files.isExecutable(launcher)) {
            throw new IllegalArgumentException(
                    "--beside " + app + " has no launcher: " + launcher + " must stand beside the build");
        }
        return new Build("other", launcher, settings);
    }

    /** A name for the folder of its nights. */
    String folder(String night) {
        return name.equals(THIS) ? night : night + "-" + name;
    }
}
