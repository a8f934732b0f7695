package io.shelftally.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ConfigCommandTests {

    @TempDir
    private Path home;

    @Test
    void everySettingIsShownWithItsOriginAndNoSecret() throws IOException {
        Path file = file(
                "shelftally.closient.api-key=hidden",
                "shelftally.intake.url=jdbc:postgresql://u:hidden@host/lists?password=hidden",
                "shelftally.pensa.base-url=https://u:hidden@pensa.example",
                "spring.datasource.url=jdbc:h2:/srv/x;PASSWORD=hidden");

        InProcess.Ended shown = run("config", "show", "--config", file.toString());
        InProcess.Ended json = run("--config", file.toString(), "config", "show", "--json");

        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out())
                .containsPattern("shelftally.closient.api-key +\\(set, not shown\\) +" + file + ":1\n")
                .containsPattern("shelftally.intake.url +jdbc:postgresql://host/lists +" + file + ":2\n")
                .containsPattern("shelftally.pensa.base-url +https://pensa.example +" + file + ":3\n")
                .containsPattern("spring.datasource.url +jdbc:h2:/srv/x +" + file + ":4\n")
                .containsPattern("shelftally.poll.first +2s +the defaults\n")
                .containsPattern("shelftally.zone +Asia/Tokyo +the command line\n")
                .containsPattern("shelftally.pensa.username +\\(not set\\)\n");
        assertThat(shown.out() + json.out()).doesNotContain("hidden");
        assertThat(JsonMapper.shared().readTree(json.out()).at("/settings"))
                .filteredOn(setting -> setting.at("/name").asString().equals("shelftally.zone"))
                .singleElement()
                .satisfies(zone -> assertThat(zone.toString())
                        .isEqualTo(
                                "{\"name\":\"shelftally.zone\",\"variable\":\"SHELFTALLY_ZONE\",\"value\":\"Asia/Tokyo\","
                                        + "\"is_set\":true,\"is_secret\":false,\"origin\":\"the command line\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config show", "runs", "doctor", "plan", "nightly --out out", "prune --keep-days 9"})
    void aFileThatIsNotThereEndsACommandWith78(String command) {
        InProcess.Ended ended = run((command + " --config " + home.resolve("none")).split(" "));

        assertThat(ended.code()).as(ended.err()).isEqualTo(78);
        assertThat(ended.out() + ended.err()).contains("there is no file of settings " + home.resolve("none"));
    }

    @Test
    void anUnknownNameIsWarnedOfByEveryCommandWithTheNearestOne() throws IOException {
        Path file = file("shelftally.poll.frist=3s", "spring.datasource.url=jdbc:h2:file:none/database");
        String warning =
                "shelftally: shelftally.poll.frist is no setting. Was shelftally.poll.first meant? Else remove it.\n";

        assertThat(run("runs", "--config", file.toString()).err()).startsWith(warning);
        assertThat(run("config", "show", "--config", file.toString()).err()).isEqualTo(warning);
    }

    @Test
    void configAloneAsksForItsCommand() {
        InProcess.Ended ended = run("config");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.out()).contains("Usage: shelftally config", "show");
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(home.resolve("some.properties"), String.join("\n", lines) + "\n");
    }

    private static InProcess.Ended run(String... args) {
        return InProcess.run(new String[] {"--shelftally.zone=Asia/Tokyo"}, args);
    }
}
