package io.shelftally.operations.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.job.connections.BadSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

class JobEnvironmentTests {

    @TempDir
    private Path home;

    @Test
    void theFolderGoesBeforeTheMachineAndTheCommandLineBeforeBoth() throws IOException {
        write("machine.conf", "shelftally.zone=Asia/Tokyo", "shelftally.poll.first=3s", "shelftally.poll.longest=33s");
        write("folder.conf", "shelftally.poll.first=4s", "shelftally.poll.longest=44s");

        ConfigurableEnvironment read = read(Optional.empty(), "--shelftally.poll.longest=55s");

        assertThat(value(read, "shelftally.zone")).isEqualTo("Asia/Tokyo from " + home.resolve("machine.conf") + ":1");
        assertThat(value(read, "shelftally.poll.first")).isEqualTo("4s from " + home.resolve("folder.conf") + ":1");
        assertThat(value(read, "shelftally.poll.longest")).isEqualTo("55s from the command line");
        assertThat(value(read, "shelftally.retry.first")).isEqualTo("500ms from the defaults");
        assertThat(value(read, "shelftally.pensa.username")).isEqualTo(" from ");
    }

    @Test
    void aFileThatIsGivenIsTheOnlyOne() throws IOException {
        write("machine.conf", "shelftally.zone=Asia/Tokyo");
        write("folder.conf", "shelftally.poll.first=4s");
        Path given = write("a name.with dots", "# first line", "shelftally.run.lease=9s");

        ConfigurableEnvironment read = read(Optional.of(given));

        assertThat(value(read, "shelftally.run.lease")).isEqualTo("9s from " + given + ":2");
        assertThat(value(read, "shelftally.zone")).isEqualTo("UTC from the defaults");
        assertThat(value(read, "shelftally.poll.first")).isEqualTo("2s from the defaults");
    }

    @Test
    void secretsInFilesAreImportedByAFileOfSettings() throws IOException {
        Path tree = Files.createDirectory(home.resolve("secrets"));
        Files.writeString(tree.resolve("shelftally.pensa.access-token"), "tok\n");
        write("machine.conf", "spring.config.import=optional:configtree:" + tree + "/");

        assertThat(value(read(Optional.empty()), "shelftally.pensa.access-token")
                        .strip())
                .isEqualTo("tok from " + tree.resolve("shelftally.pensa.access-token"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.conf   |              | there is no file of settings HOME/none.conf, which --config names",
                "secrets     |              | the file of settings HOME/secrets is a directory",
                "broken.conf | a=\\u12      | the file of settings HOME/broken.conf cannot be read: Malformed",
                "a;b.conf    | a=1          | holds a comma or a semicolon",
                "tree.conf   | spring.config.import=configtree:/run/secrets | names configtree:/run/secrets without a slash at"
                        + " its end: write configtree:/run/secrets/",
                "file.conf   | spring.config.import=/etc/passwd | Unable to load config data from '/etc/passwd': File extension"
            })
    void aSourceThatCannotBeReadIsNamed(String name, @Nullable String line, String told) throws IOException {
        Files.createDirectory(home.resolve("secrets"));
        if (line != null) {
            write(name, line);
        }

        assertThatThrownBy(() -> read(Optional.of(home.resolve(name))))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining(told.replace("HOME", home.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:db/x;MODE=STRICT,jdbc:h2:file:HOME/db/x;MODE=STRICT",
        "jdbc:h2:file:./x,jdbc:h2:file:HOME/x",
        "jdbc:h2:../x,jdbc:h2:PARENT/x",
        "jdbc:h2:file:/srv/x,jdbc:h2:file:/srv/x",
        "jdbc:h2:~/x,jdbc:h2:~/x",
        "jdbc:h2:mem:x,jdbc:h2:mem:x",
        "jdbc:h2:tcp://host/./x,jdbc:h2:tcp://host/./x",
        "jdbc:postgresql:x,jdbc:postgresql:x"
    })
    void aRelativeDatabaseIsThatOfTheFolderThatItsFileStandsIn(String url, String absolute) throws IOException {
        write("machine.conf", "spring.datasource.url=" + url, "shelftally.intake.url=" + url);

        ConfigurableEnvironment read = read(Optional.empty());

        String expected = absolute.replace("HOME", home.toString()).replace("PARENT", String.valueOf(home.getParent()));
        assertThat(value(read, "spring.datasource.url"))
                .isEqualTo(expected + " from " + home.resolve("machine.conf") + ":1");
        assertThat(value(read, "shelftally.intake.url"))
                .isEqualTo(expected + " from " + home.resolve("machine.conf") + ":2");
    }

    @Test
    void aRelativeDatabaseOfTheCommandLineAndTheDefaultOneAreThoseOfTheWorkingFolder() {
        Path here = Path.of("").toAbsolutePath();

        assertThat(value(read(Optional.empty(), "--spring.datasource.url=jdbc:h2:file:x"), "spring.datasource.url"))
                .isEqualTo("jdbc:h2:file:" + here.resolve("x") + " from the command line");
        assertThat(value(read(Optional.empty()), "spring.datasource.url"))
                .isEqualTo("jdbc:h2:file:" + here.resolve("var/shelftally") + " from the defaults");
    }

    @Test
    void namesThatNoSettingHasAreFoundWithTheNearestOne() throws IOException {
        write("machine.conf", "shelftally.poll.frist=3s", "shelftally.pensa.report-types[0]=OOS", "server.port=1");

        assertThat(UnknownNames.in(read(Optional.empty())))
                .containsExactly(new UnknownNames.Unknown("shelftally.poll.frist", "shelftally.poll.first"));
    }

    private ConfigurableEnvironment read(Optional<Path> given, String... arguments) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        SettingsFiles files = new SettingsFiles(home.resolve("machine.conf"), home.resolve("folder.conf"), given);
        try (ConfigurableApplicationContext context =
                new JobEnvironment(files, List.of(arguments)).start(application, beans -> {})) {
            return context.getEnvironment();
        }
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(home.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String value(ConfigurableEnvironment read, String name) {
        return read.getProperty(name, "") + " from " + SettingOrigin.of(name, read);
    }

    private static final class Nothing {}
}
