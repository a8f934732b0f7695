package io.shelftally.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shelftally.operations.launch.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What systemd says of the units without running them, and what they and the other schedules must agree in. */
class UnitsTests {

    private static final Path SCHEDULES = Path.of("jobs", "schedules");

    /** From it on systemd calls a service "OK"; a service without any protection has 9.6. */
    private static final double MOST_EXPOSED = 3.0;

    private static final Pattern EXPOSURE = Pattern.compile("Overall exposure level for \\S+: ([0-9.]+)");

    /** A person is needed; to try again later does not help. */
    private static final Set<ExitCode> NEED_A_PERSON =
            Set.of(ExitCode.USAGE, ExitCode.BAD_INPUT, ExitCode.UNEXPECTED, ExitCode.CREDENTIALS, ExitCode.BAD_SETTING);

    @TempDir
    private Path copies;

    @ParameterizedTest
    @ValueSource(strings = {"shelftally.service", "shelftally-prune.service", "shelftally-failed@.service"})
    void aServiceCanDoLittleButItsWork(String unit) throws Exception {
        requireAnalyze();

        MatchResult told = EXPOSURE.matcher(said(
                        "systemd-analyze",
                        "security",
                        "--offline=yes",
                        copied(unit).toString()))
                .results()
                .findFirst()
                .orElseThrow();

        assertThat(Double.parseDouble(told.group(1)))
                .as("systemd-analyze security --offline=yes jobs/schedules/%s", unit)
                .isLessThan(MOST_EXPOSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shelftally.service",
                "shelftally.timer",
                "shelftally-prune.service",
                "shelftally-prune.timer",
                "shelftally-failed@shelftally.service.service"
            })
    void systemdUnderstandsEveryLine(String unit) throws Exception {
        requireAnalyze();
        copied("shelftally.service");
        copied("shelftally.timer");
        copied("shelftally-prune.service");
        copied("shelftally-prune.timer");
        copied("shelftally-failed@.service");

        assertThat(said("systemd-analyze", "verify", copies.resolve(unit).toString()))
                .isEmpty();
    }

    /** What guards a unit stands in its part that begins with its data. */
    @Test
    void thePruningIsGuardedAsTheNightAndKeepsAsManyDaysAsCronDoes() throws IOException {
        String prune = unit("shelftally-prune.service");

        assertThat(guards(prune)).isNotEmpty().isEqualTo(guards(unit("shelftally.service")));
        assertThat(prune).contains("\nUser=shelftally\n", " prune --keep-days 90'\n", "\nEnvironment=LC_ALL=C.UTF-8\n");
        assertThat(unit("crontab")).contains(" prune --keep-days 90 ");
    }

    private static List<String> guards(String unit) {
        return unit.substring(unit.indexOf("\nStateDirectory="))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shelftally.service", "shelftally-prune.service"})
    void theUnitThatIsStartedWhenOneFailsIsThere(String failing) throws IOException {
        assertThat(unit(failing)).contains("\nOnFailure=shelftally-failed@%n.service\n");
        assertThat(SCHEDULES.resolve("shelftally-failed@.service")).exists();
        assertThat(unit("shelftally-failed@.service")).contains("--unit=%i", "\nEnvironment=LC_ALL=C.UTF-8\n");
    }

    @Test
    void whatNeedsAPersonIsNotStartedAgain() throws IOException {
        Set<String> codes = NEED_A_PERSON.stream()
                .map(code -> String.valueOf(code.number()))
                .collect(Collectors.toCollection(TreeSet::new));

        for (String service : List.of("shelftally.service", "shelftally-prune.service")) {
            assertThat(unit(service)).contains("\nRestartPreventExitStatus=" + String.join(" ", codes) + "\n");
        }
        assertThat(unit("cronjob.yaml")).contains("values: [" + String.join(", ", codes) + "]");
    }

    @Test
    void theDataStayWhereTheLaunchersLookForThem() throws IOException {
        assertThat(unit("shelftally.service"))
                .contains("\nStateDirectory=shelftally\n", "SHELFTALLY_HOME=%S/shelftally", "XDG_CACHE_HOME=%C")
                .contains("--out /srv/shelftally'\n", "\nReadWritePaths=/srv/shelftally\n");
        assertThat(Files.readString(Path.of("jobs", ".launch"))).contains("home=/var/lib/shelftally");
    }

    @Test
    void theLogThatIsRotatedIsTheOneThatCronWrites() throws IOException {
        String log = Pattern.compile("(?m)^LOG=(.*)$")
                .matcher(unit("crontab"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(unit("logrotate")).contains("\n" + log + " {\n");
    }

    @Test
    void theRunbookNamesEveryFile() throws IOException {
        String page = Files.readString(Path.of("jobs", "install.md"));

        try (Stream<Path> files = Files.list(SCHEDULES)) {
            assertThat(files).isNotEmpty().allMatch(file -> page.contains("(schedules/" + file.getFileName() + ")"));
        }
    }

    private static void requireAnalyze() {
        assumeTrue(
                Stream.of("/usr/bin", "/bin")
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "systemd-analyze"))),
                "there is no systemd-analyze on this machine");
    }

    /** Under a name of its own, so that nothing of the machine's is looked at instead. */
    private Path copied(String unit) throws IOException {
        return Files.copy(SCHEDULES.resolve(unit), copies.resolve(unit));
    }

    private static String unit(String file) throws IOException {
        return Files.readString(SCHEDULES.resolve(file));
    }

    private static String said(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().put("SYSTEMD_COLORS", "0");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
