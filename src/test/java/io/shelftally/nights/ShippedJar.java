package io.shelftally.nights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * How a process of its own starts the application: from the jar that is shipped, with an archive of its classes, which the
 * first start of a build makes; a quarter of the time of a start. Where no jar was built, from this process's class path.
 */
final class ShippedJar {

    /** The build names it to the tests that it runs behind the packaging. */
    private static final String PROPERTY = "test.jar";

    private static final List<String> OPTIONS = options();

    private ShippedJar() {}

    /** Of the virtual machine, the class path among them. */
    static List<String> options(boolean isApplication) {
        return isApplication ? OPTIONS : List.of("-cp", System.getProperty("java.class.path"));
    }

    private static List<String> options() {
        String jar = System.getProperty(PROPERTY);
        if (jar == null) {
            return options(false);
        }
        try {
            return List.of("-XX:SharedArchiveFile=" + archive(Path.of(jar)), "-cp", jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tests' processes meet here at once: one makes it, the others wait. */
    private static Path archive(Path jar) throws IOException, InterruptedException {
        Path archive = Path.of("target", "tests.jsa").toAbsolutePath();
        try (FileChannel lock = FileChannel.open(
                Path.of("target", "tests.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(archive)
                    || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                make(jar, archive);
            }
        }
        return archive;
    }

    private static void make(Path jar, Path archive) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("archive");
        Path fresh = home.resolve("tests.jsa");
        List<String> command = new ArrayList<>(ChildProcess.JAVA);
        command.addAll(List.of("-XX:ArchiveClassesAtExit=" + fresh, "-cp", jar.toString()));
        command.add("-Dspring.datasource.url=jdbc:h2:file:" + home.resolve("database"));
        command.addAll(List.of("io.shelftally.Application", "runs"));
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(Files.readString(home.resolve("output")));
        }
        Files.move(fresh, archive, StandardCopyOption.REPLACE_EXISTING);
    }
}
