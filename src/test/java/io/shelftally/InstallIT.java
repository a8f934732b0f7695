package io.shelftally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a stranger has from the archive: a folder that runs by a Java alone, and can be replaced without losing anything. */
class InstallIT {

    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)#\\s]+)[^)]*\\)");

    /** The build that makes the archive tells where it is; by hand, any build's will do. */
    private static final Path ARCHIVE = Path.of(System.getProperty("test.archive", "target/shelftally-0.1.0.tar.gz"));

    @TempDir
    private Path place;

    private Path installed = Path.of("");

    @BeforeEach
    void unpack() throws Exception {
        assumeTrue(
                System.getProperty("test.archive") != null || Files.exists(ARCHIVE),
                "there is no archive; mvn package makes it");
        assumeTrue(!Files.isWritable(Path.of("/var/lib/shelftally")), "this machine has data of its own");
        Files.createDirectories(place.resolve("home"));
        installed = unpackInto(place.resolve("first"));
    }

    @Test
    void itIsOneFolderThatIsNamedAsInTheGuide() throws Exception {
        assertThat(Files.readString(Path.of("INSTALL.md"))).contains("cd " + installed.getFileName());
        assertThat(filesOf(place.resolve("first"))).allMatch(file -> file.startsWith(installed.getFileName() + "/"));
    }

    @Test
    void itHoldsWhatTheGuideSaysAndNothingThatKillsProcesses() throws Exception {
        assertThat(filesOf(installed))
                .contains(
                        "INSTALL.md",
                        "LICENSE",
                        "app/shelftally.jar",
                        "app/shelftally.cdx.json",
                        "jobs/.archive",
                        "jobs/.launch",
                        "jobs/README.md",
                        "docs/licences.md",
                        "licences/postgresql/META-INF/LICENSE",
                        "jobs/schedules/shelftally.service",
                        "jobs/schedules/shelftally-prune.service",
                        "jobs/schedules/shelftally-prune.timer",
                        "sample-data/demo.env")
                .noneMatch(file -> file.matches("(jobs/|app/.*)(torture|benchmark|.*-proof).*"))
                .noneMatch(file -> file.endsWith("pom.xml") || file.contains(".jsa"));
    }

    @Test
    void launchersCanBeExecutedAndNothingElseCan() throws Exception {
        Set<String> executable = new TreeSet<>();
        for (String file : filesOf(installed)) {
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(installed.resolve(file)));
            assertThat(mode).as(file).matches("rw[x-]r-[x-]r-[x-]");
            if (mode.equals("rwxr-xr-x")) {
                executable.add(file);
            }
        }

        assertThat(executable)
                .containsExactly("jobs/demo", "jobs/nightly", "jobs/sandbox", "jobs/shelftally", "jobs/worker");
    }

    @Test
    void nothingInItTellsWhenOrByWhomItWasBuilt() throws Exception {
        String built = bash("tar --full-time --numeric-owner -tvzf " + ARCHIVE.toAbsolutePath()
                + " | awk '{print $2, $4, $5}'" + " | sort -u");

        assertThat(built).isEqualTo("0/0 2026-11-22 00:00:00\n");
    }

    @Test
    void everyLinkOfAPageLeadsSomewhereInIt() throws Exception {
        for (String page : filesOf(installed)) {
            if (page.endsWith(".md") && !page.startsWith("licences/")) {
                Path file = installed.resolve(page);
                assertThat(LINK.matcher(Files.readString(file)).results().map(link -> link.group(1)))
                        .as(page)
                        .allMatch(link -> Files.exists(file.resolveSibling(link)));
            }
        }
    }

    @Test
    void thePageOfLicencesNamesThoseOfEveryPart() throws IOException {
        JsonNode list = JsonMapper.builder().build().readTree(installed.resolve("app/shelftally.cdx.json"));
        Set<String> parts = new TreeSet<>();
        list.path("components").forEach(part -> parts.add(name(part) + " " + licences(part)));

        assertThat(Documents.rows(Documents.section(Path.of("docs", "licences.md"), "Parts")).stream()
                        .map(cells -> cells.get(0) + " " + cells.get(1)))
                .as("docs/licences.md: a row for each part, as the list of parts has it")
                .containsExactlyInAnyOrderElementsOf(parts);
    }

    @Test
    void aStrangersNightSurvivesTheFolderOfTheApplication() throws Exception {
        List<String> before = filesOf(installed);
        Path data = place.resolve("home/.local/share/shelftally");

        String demo = stranger("cd /; " + installed + "/jobs/demo");

        assertThat(demo)
                .contains("Night of 2026-11-21: published version 1")
                .contains("Open " + data + "/demo/out/latest/report.html")
                .doesNotContain("mvn");
        assertThat(filesOf(installed).stream().filter(file -> !file.startsWith("app/shelftally.jsa")))
                .containsExactlyElementsOf(before);

        bash("rm -r " + installed);
        Path next = unpackInto(place.resolve("second"));
        Path link = Files.createSymbolicLink(place.resolve("shelftally"), next.resolve("jobs/shelftally"));

        assertThat(stranger("SPRING_DATASOURCE_URL=jdbc:h2:file:" + data + "/demo/database " + link + " runs"))
                .contains("2026-11-21");
    }

    @Test
    void theDatabaseIsOutsideOfTheApplicationUnlessOneIsThereAlready() throws Exception {
        String where = ". " + installed + "/jobs/.launch; data_folder";

        assertThat(stranger("unset HOME; " + where)).isEqualTo("/var/lib/shelftally\n");
        assertThat(stranger("XDG_DATA_HOME=/x/data; " + where)).isEqualTo("/x/data/shelftally\n");
        assertThat(stranger("SHELFTALLY_HOME=/srv/data; " + where)).isEqualTo("/srv/data\n");
        assertThat(stranger("cd /tmp; SHELFTALLY_HOME=data; " + where)).isEqualTo("/tmp/data\n");
        Files.createDirectories(installed.resolve("var"));
        Files.createFile(installed.resolve("var/shelftally.mv.db"));
        assertThat(stranger(where)).isEqualTo(installed + "/var\n");
        assertThat(stranger("cd /; . jobs/.launch; data_folder"
                        .replace("jobs", Path.of("jobs").toAbsolutePath() + "")))
                .isEqualTo(Path.of("var").toAbsolutePath() + "\n");
    }

    @Test
    void whatIsNotWholeIsNotBuiltButUnpackedAgain() throws Exception {
        Files.delete(installed.resolve("app/shelftally.jar"));

        assertThat(stranger(installed + "/jobs/shelftally runs; echo $?"))
                .isEqualTo("shelftally: " + installed + "/app is not whole: unpack the archive again\n78\n");
        assertThat(stranger("unset JAVA_HOME; . " + installed + "/jobs/.launch; java=none build_if_missing; echo $?"))
                .startsWith("shelftally: there is no Java:");
    }

    private Path unpackInto(Path folder) throws Exception {
        Files.createDirectories(folder);
        bash("tar -xzf " + ARCHIVE.toAbsolutePath() + " -C " + folder);
        try (Stream<Path> top = Files.list(folder)) {
            return top.collect(Collectors.toList()).get(0);
        }
    }

    /** With an empty home, a Java, and a Maven that must not be called. */
    private String stranger(String script) throws Exception {
        Path tools = Files.createDirectories(place.resolve("tools"));
        Path maven = tools.resolve("mvn");
        if (Files.notExists(maven)) {
            Files.writeString(maven, "#!/bin/sh\necho mvn was called\nexit 1\n");
            Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return bash("export PATH=" + tools + ":/usr/bin:/bin HOME=" + place.resolve("home") + " JAVA_HOME="
                + System.getProperty("java.home") + "; unset XDG_DATA_HOME SHELFTALLY_HOME SPRING_DATASOURCE_URL; "
                + script);
    }

    private static String bash(String script) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }

    /** By name; folders left out. */
    private static List<String> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String name(JsonNode part) {
        return part.path("group").stringValue("") + ":" + part.path("name").stringValue("");
    }

    private static String licences(JsonNode part) {
        return part.path("licenses")
                .valueStream()
                .map(licence -> Arrays.asList(
                        licence.path("license").path("id").stringValue(""),
                        licence.path("license").path("name").stringValue(""),
                        licence.path("expression").stringValue("")))
                .map(names -> String.join("", names))
                .collect(Collectors.joining(", "));
    }
}
