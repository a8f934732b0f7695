package io.shelftally.proof.torture;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Where the job's classes are: in the jar that the build names to its tests, else on this process's class path. */
final class JobClasses {

    private static final String PATH = System.getProperty("test.jar", System.getProperty("java.class.path"));

    private JobClasses() {}

    static String path() {
        return PATH;
    }

    /** Whether Java can keep them in an archive, as it can of jars alone. */
    static boolean canBeArchived() {
        return Arrays.stream(PATH.split(Pattern.quote(File.pathSeparator), -1))
                .noneMatch(part -> Files.isDirectory(Path.of(part)));
    }
}
