package io.shelftally.proof.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs that the benchmark starts, free of the settings that the user may have in the environment. */
final class Programs {

    private Programs() {}

    /** This process's own Java and class path; the options and the main class come behind. */
    static List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath());
    }

    /** They start in other folders. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs it in the folder, and not longer than this process; output and errors go to {@code <name>.log} there. */
    static Process start(String name, List<String> command, Path folder, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(name, folder).toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("SHELFTALLY_") || key.startsWith("SPRING_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    static Path log(String name, Path folder) {
        return folder.resolve(name + ".log");
    }
}
