package io.shelftally.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Documents;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.proof.sandbox.endpoints.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be held of the files for containers without an engine that runs them: that what they name exists. */
class ContainersTests {

    private static final String INSTALLED = "/opt/shelftally/";
    private static final String VERSION = version();

    /** Without a registry's host, so that each is found where the engine looks by itself. */
    private static final Pattern IMAGE = Pattern.compile("[a-z-]+:[0-9][0-9a-z.-]*");

    private final String dockerfile = text("Dockerfile");
    private final Map<String, Map<String, Object>> services = map(yaml("compose.yaml"), "services");

    @Test
    void theImageIsMadeOfTheArchiveOfThisVersion() {
        assertThat(instructions("ARG")).containsExactly("VERSION=" + VERSION);
        assertThat(instructions("ADD")).containsExactly("target/shelftally-${VERSION}.tar.gz /opt/");
        assertThat(text("src/assembly/archive.xml")).contains("<format>tar.gz</format>");
        assertThat(text("pom.xml")).contains("<finalName>shelftally-${project.version}</finalName>");
        assertThat(text(".dockerignore").lines()).startsWith("*").endsWith("!target/shelftally-*.tar.gz");
    }

    @Test
    void everyInstructionIsOneOfDockers() {
        String joined = dockerfile.replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n", " ");

        assertThat(joined.lines().map(line -> line.split(" ", 2)[0]))
                .startsWith("FROM")
                .isSubsetOf(
                        "FROM",
                        "ARG",
                        "RUN",
                        "ADD",
                        "ENV",
                        "USER",
                        "WORKDIR",
                        "VOLUME",
                        "HEALTHCHECK",
                        "ENTRYPOINT",
                        "CMD");
    }

    @Test
    void theJobIsNotRootAndTheSameUserAsOnKubernetes() {
        assertThat(instructions("USER")).containsExactly("10001:10001");
        assertThat(dockerfile.indexOf("USER ")).isGreaterThan(dockerfile.lastIndexOf("RUN "));
        assertThat(text("jobs/schedules/cronjob.yaml")).contains("runAsUser: 10001", "runAsGroup: 10001");
    }

    @Test
    void imagesAreNamedWithoutAHost() {
        List<String> images = new ArrayList<>(instructions("FROM"));
        services.values().forEach(service -> images.add(String.valueOf(service.get("image"))));

        assertThat(images)
                .contains("eclipse-temurin:17-jre", "postgres:18")
                .allMatch(image -> IMAGE.matcher(image).matches())
                .filteredOn(image -> image.startsWith("shelftally:"))
                .isNotEmpty()
                .allMatch(("shelftally:" + VERSION)::equals);
        assertThat(text("jobs/schedules/cronjob.yaml")).contains("image: shelftally:" + VERSION);
    }

    @Test
    void everyCommandIsUnderstood() {
        List<List<String>> commands = new ArrayList<>();
        for (Map<String, Object> service : services.values()) {
            if (service.get("command") instanceof List<?> words) {
                commands.add(words.stream().map(String::valueOf).toList());
            }
        }
        commands.add(List.of("doctor", "--out", "/srv/shelftally"));

        assertThat(commands)
                .hasSize(5)
                .contains(List.of("work", "--quiet"))
                .allSatisfy(words -> ShelfTally.commandLine(new StopSignal()).parseArgs(words.toArray(String[]::new)));
        assertThat(dockerfile).contains("CMD /opt/shelftally/jobs/shelftally doctor --out /srv/shelftally || exit 1");
        assertThat(instructions("ENTRYPOINT")).containsExactly("[\"/opt/shelftally/jobs/shelftally\"]");
    }

    @Test
    void everyPathOfTheApplicationExists() {
        List<String> paths = Pattern.compile(INSTALLED + "([A-Za-z0-9/._-]+)")
                .matcher(dockerfile + text("compose.yaml") + text("jobs/schedules/cronjob.yaml"))
                .results()
                .map(path -> path.group(1))
                .toList();

        assertThat(paths)
                .contains("jobs/shelftally", "jobs/nightly", "sample-data/world")
                .allMatch(path -> Files.exists(Path.of(path)));
    }

    @Test
    void everyVariableOfTheJobIsASetting() throws IOException {
        Set<String> known = new HashSet<>(Set.of("LC_ALL", "SHELFTALLY_HOME"));
        Documents.rows(Documents.section(Documents.runbook("Settings"), "Settings"))
                .forEach(cells -> known.add(cells.get(1)));
        Map<String, Object> job = map(required("job"), "environment");

        assertThat(job.keySet()).isSubsetOf(known);
        assertThat(instructions("ENV"))
                .allMatch(line -> Pattern.compile("([A-Z_]+)=")
                        .matcher(line)
                        .results()
                        .map(name -> name.group(1))
                        .allMatch(known::contains));
        assertThat(job)
                .containsEntry("SHELFTALLY_CLOSIENT_APIKEY", Credentials.MADE_UP.apiKey())
                .containsEntry("SHELFTALLY_PENSA_ACCESSTOKEN", Credentials.MADE_UP.accessToken())
                .containsEntry("SHELFTALLY_PENSA_USERNAME", Credentials.MADE_UP.username());
    }

    @Test
    void theContainerThatLivesIsUnderstoodToo() throws IOException {
        Map<String, Object> service = map(map(yaml("jobs/schedules/compose.yaml"), "services"), "shelftally");
        Map<String, String> names = new HashMap<>();
        Documents.rows(Documents.section(Documents.runbook("Settings"), "Settings"))
                .forEach(cells -> names.put(cells.get(1), cells.get(0)));
        names.put("SPRING_CONFIG_IMPORT", "spring.config.import");
        Map<String, Object> variables = map(service, "environment");
        assertThat(names.keySet()).containsAll(variables.keySet());
        variables.remove("SPRING_CONFIG_IMPORT"); // a folder of the container's
        String[] settings = variables.entrySet().stream()
                .map(variable -> "--" + names.get(variable.getKey()) + "=" + variable.getValue())
                .toArray(String[]::new);

        InProcess.Ended ended = InProcess.run(settings, "schedule", "--next");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines()).hasSize(1 + 3 * 5);
        assertThat(service)
                .containsEntry("command", List.of("schedule"))
                .containsEntry("image", "shelftally:" + VERSION)
                .containsEntry("stop_grace_period", "60s");
    }

    @Test
    void theJobWaitsForBothAndKeepsWhatItMakes() {
        Map<String, Object> job = required("job");
        Map<String, Object> dependsOn = map(job, "depends_on");

        assertThat(dependsOn)
                .containsOnly(
                        Map.entry("postgres", Map.of("condition", "service_healthy")),
                        Map.entry("sandbox", Map.of("condition", "service_healthy")),
                        Map.entry("worker-1", Map.of("condition", "service_started")),
                        Map.entry("worker-2", Map.of("condition", "service_started")));
        assertThat(services.get("postgres")).containsKey("healthcheck");
        assertThat(services.get("sandbox")).containsKey("healthcheck");
        assertThat(job.get("network_mode")).isEqualTo("service:sandbox");
        Map<String, Object> volumes = map(yaml("compose.yaml"), "volumes");
        for (Object mounted : (List<?>) Objects.requireNonNull(job.get("volumes"))) {
            String[] parts = String.valueOf(mounted).split(":", 2);
            assertThat(volumes).containsKey(parts[0]);
            assertThat(instructions("VOLUME").get(0)).contains("\"" + parts[1] + "\"");
        }
    }

    @Test
    void bothWorkersHaveTheJobsSettingsAndStartAgainUntilThereAreTables() {
        Map<String, Object> job = required("job");

        for (String worker : List.of("worker-1", "worker-2")) {
            assertThat(required(worker))
                    .containsEntry("environment", job.get("environment"))
                    .containsEntry("network_mode", job.get("network_mode"))
                    .containsEntry("image", job.get("image"))
                    .containsEntry("restart", "on-failure")
                    .containsKey("stop_grace_period")
                    .as("the image's own calls the vendors for each of them")
                    .containsEntry("healthcheck", Map.of("disable", true))
                    .doesNotContainKey("volumes");
        }
    }

    private Map<String, Object> required(String service) {
        return new TreeMap<>(services.getOrDefault(service, Map.of()));
    }

    /** What follows the instruction, wherever it stands. */
    private List<String> instructions(String name) {
        return Pattern.compile("(?m)^" + name + " ((?:.*\\\\\n)*.*)$")
                .matcher(dockerfile)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String version() {
        return text("pom.xml").replaceFirst("(?s).*?<artifactId>shelftally</artifactId>\\s*<version>([^<]*)<.*", "$1");
    }

    private static Map<String, Object> yaml(String file) {
        return new Yaml().load(text(file));
    }

    @SuppressWarnings("unchecked") // the structure of a file of this project, which the tests then look at
    private static <V> Map<String, V> map(Map<String, ?> whole, String part) {
        return (Map<String, V>) Objects.requireNonNull(whole.get(part), part);
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
