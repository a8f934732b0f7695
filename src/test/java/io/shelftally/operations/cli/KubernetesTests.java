package io.shelftally.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Documents;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.operations.launch.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What can be held of the files for Kubernetes without a cluster: that what they name exists, and that it fits together. */
class KubernetesTests {

    private static final Path SCHEDULES = Path.of("jobs", "schedules");
    private static final String INSTALLED = "/opt/shelftally/";

    @ParameterizedTest
    @CsvSource({"cronjob.yaml,CronJob", "job.yaml,Job"})
    void eachFileIsOneObject(String file, String kind) {
        Map<String, Object> object = yaml(file);

        assertThat(object).containsEntry("kind", kind).containsKeys("apiVersion", "metadata", "spec");
        assertThat(object.get("apiVersion")).isEqualTo("batch/v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cronjob.yaml", "job.yaml", "worker.yaml"})
    void whatIsMountedIsThereAndWhatIsNamedASetting(String file) throws IOException {
        Map<String, Object> pod = pod(yaml(file));
        Map<String, Object> container = container(pod);
        Set<String> known = new HashSet<>(Set.of("LC_ALL", "SHELFTALLY_HOME", "SPRING_CONFIG_IMPORT", "DATE"));
        Documents.rows(Documents.section(Documents.runbook("Settings"), "Settings"))
                .forEach(cells -> known.add(cells.get(1)));

        assertThat(names(container, "env"))
                .contains("LC_ALL", "SPRING_DATASOURCE_URL")
                .isSubsetOf(known);
        assertThat(names(container, "volumeMounts")).isSubsetOf(names(pod, "volumes"));
        assertThat(map(pod, "securityContext"))
                .containsEntry("runAsUser", 10001)
                .containsEntry("runAsNonRoot", true);
        assertThat(container.get("image"))
                .isEqualTo(container(pod(yaml("cronjob.yaml"))).get("image"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cronjob.yaml", "job.yaml"})
    void everyCommandIsThereAndUnderstood(String file) {
        Map<String, Object> container = container(pod(yaml(file)));
        String words = Stream.of("command", "args")
                .flatMap(part -> container.get(part) instanceof List<?> list ? list.stream() : Stream.of())
                .map(String::valueOf)
                .reduce("", (all, word) -> all + " " + word)
                .replaceAll("\\\\?\\s+", " ");
        String command = words.replaceFirst(".*" + INSTALLED, "").strip();
        String launcher = command.replaceFirst(" .*", "");

        assertThat(Path.of(launcher)).exists();
        String line = launcher.replace("jobs/", "") + command.substring(launcher.length());
        ShelfTally.commandLine(new StopSignal())
                .parseArgs(line.replaceAll("\\$D\\b|\\$\\(DATE\\)", "2026-11-21")
                        .replace("\"", "")
                        .split(" +"));
    }

    @Test
    void workersAreStartedByTheirLauncherAndHaveTheTimeToStop() {
        Map<String, Object> workers = yaml("worker.yaml");
        Map<String, Object> container = container(pod(workers));

        assertThat(workers).containsEntry("kind", "Deployment").containsEntry("apiVersion", "apps/v1");
        assertThat(container.get("command")).isEqualTo(List.of(INSTALLED + "jobs/worker"));
        assertThat(Path.of("jobs", "worker")).isExecutable();
        assertThat((Integer) pod(workers).get("terminationGracePeriodSeconds")).isGreaterThan(10);
    }

    @Test
    void aNightHasTheTimeToStop() {
        assertThat((Integer) pod(yaml("cronjob.yaml")).get("terminationGracePeriodSeconds"))
                .isGreaterThan(30);
        assertThat((Integer) pod(yaml("job.yaml")).get("terminationGracePeriodSeconds"))
                .isGreaterThan(30);
    }

    @Test
    void bothWaysToRunANightAreTriedAgainAlike() {
        Map<String, Object> nightly = map(map(map(yaml("cronjob.yaml"), "spec"), "jobTemplate"), "spec");
        Map<String, Object> one = map(yaml("job.yaml"), "spec");

        assertThat(one.get("podFailurePolicy")).isEqualTo(nightly.get("podFailurePolicy"));
        assertThat(one.get("backoffLimit")).isEqualTo(nightly.get("backoffLimit"));
        List<Map<String, Object>> rules = list(map(one, "podFailurePolicy"), "rules");
        assertThat(rules).extracting(rule -> rule.get("action")).containsExactly("Ignore", "FailJob");
        assertThat(map(rules.get(1), "onExitCodes").get("values")).isEqualTo(needAPerson());
    }

    /** Of those that a night can end with. */
    private static List<Integer> needAPerson() {
        Set<ExitCode> resumed = EnumSet.of(
                ExitCode.OK, ExitCode.MISSING, ExitCode.UNAVAILABLE, ExitCode.CANNOT_WRITE, ExitCode.TRY_LATER);
        return EnumSet.complementOf(EnumSet.copyOf(resumed)).stream()
                .map(ExitCode::number)
                .sorted()
                .toList();
    }

    @Test
    void theDateOfAJobIsTheOneInItsName() {
        String text = text("job.yaml");

        assertThat(Pattern.compile("\\d{4}-\\d\\d-\\d\\d")
                        .matcher(text)
                        .results()
                        .map(date -> date.group())
                        .distinct())
                .hasSize(1);
    }

    private static Map<String, Object> pod(Map<String, Object> object) {
        Map<String, Object> spec = map(object, "spec");
        Map<String, Object> job = spec.containsKey("jobTemplate") ? map(map(spec, "jobTemplate"), "spec") : spec;
        return map(map(job, "template"), "spec");
    }

    private static Map<String, Object> container(Map<String, Object> pod) {
        List<Map<String, Object>> containers = list(pod, "containers");
        assertThat(containers).hasSize(1);
        return containers.get(0);
    }

    private static List<String> names(Map<String, Object> whole, String part) {
        return list(whole, part).stream()
                .map(one -> String.valueOf(one.get("name")))
                .toList();
    }

    private static Map<String, Object> yaml(String file) {
        return new Yaml().load(text(file));
    }

    private static String text(String file) {
        try {
            return Files.readString(SCHEDULES.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked") // the structure of a file of this project, which the tests then look at
    private static Map<String, Object> map(Map<String, ?> whole, String part) {
        return (Map<String, Object>) Objects.requireNonNull(whole.get(part), part);
    }

    @SuppressWarnings("unchecked") // as above
    private static List<Map<String, Object>> list(Map<String, ?> whole, String part) {
        return (List<Map<String, Object>>) Objects.requireNonNull(whole.get(part), part);
    }
}
