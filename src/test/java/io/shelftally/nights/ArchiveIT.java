package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes fits what it stands beside, and is made anew where it does not (jobs/.archive). */
class ArchiveIT {

    private static final Path BUILT =
            Path.of(System.getProperty("test.jar", "target/app/shelftally.jar")).resolveSibling("");

    @TempDir
    private Path project;

    @BeforeEach
    void copyTheLaunchers() throws IOException {
        Files.createDirectories(project.resolve("jobs"));
        for (String script : List.of(".launch", ".archive")) {
            Files.copy(Path.of("jobs", script), project.resolve("jobs").resolve(script));
        }
    }

    @Test
    void theBuildsOwnIsMapped() throws Exception {
        List<String> options = ShippedJar.options(true);

        assertThat(options).hasSize(3);
        assertThat(said(strictly(options.get(0), BUILT))).startsWith("shelftally ");
    }

    @Test
    void anotherPlaceAndAnotherJarAreNoticed() throws Exception {
        Path app = project.resolve("app");
        copy(BUILT, app);
        Files.setLastModifiedTime(app.resolve("shelftally.jar"), FileTime.fromMillis(1_700_000_000_000L));

        String option = said(archiveOption());

        assertThat(option.strip()).endsWith("=" + app.resolve("shelftally.jsa"));
        assertThat(app.resolve("shelftally.jsa")).isRegularFile();
        assertThat(said(strictly(option.strip(), app))).startsWith("shelftally ");
        assertThat(said(archiveOption())).isEqualTo(option);
    }

    @Test
    void whatCannotBeRehearsedIsToldOnceAndStartsWithout() throws Exception {
        Path app = Files.createDirectories(project.resolve("app"));
        Files.write(app.resolve("shelftally.jar"), new byte[0]);

        assertThat(said(archiveOption())).contains("No archive of classes could be made");
        assertThat(said(archiveOption())).isEmpty();
        assertThat(app.resolve("shelftally.jsa")).doesNotExist();
    }

    private ProcessBuilder archiveOption() {
        ProcessBuilder bash =
                new ProcessBuilder("bash", "-euc", ". jobs/.launch; archive_option").directory(project.toFile());
        bash.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return bash;
    }

    /** Ends with an error if the archive does not fit. */
    private static ProcessBuilder strictly(String option, Path app) {
        List<String> command = new ArrayList<>(ChildProcess.JAVA);
        command.addAll(List.of(option, option.startsWith("-XX:AOTCache") ? "-XX:AOTMode=on" : "-Xshare:on"));
        command.addAll(List.of("-jar", app.resolve("shelftally.jar").toString(), "--version"));
        return new ProcessBuilder(command);
    }

    private static String said(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
