package io.shelftally.job.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2FileTests {

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/srv/a/b, /srv/a/b.mv.db",
        "jdbc:h2:/srv/a/b;MODE=STRICT, /srv/a/b.mv.db",
        "jdbc:h2:file:./var/b, var/b.mv.db",
        "jdbc:h2:./b, b.mv.db",
        "jdbc:h2:file:var/./b;IFEXISTS=TRUE, var/b.mv.db",
        "jdbc:h2:../b, ../b.mv.db",
    })
    void theFileIsTheOneThatH2Opens(String url, Path file) {
        assertThat(H2File.of(url).orElseThrow().path())
                .isEqualTo(file.toAbsolutePath().normalize());
    }

    @Test
    void aTildeIsTheHomeOfTheUser() {
        assertThat(H2File.of("jdbc:h2:~/a/b").orElseThrow().path())
                .isEqualTo(Path.of(System.getProperty("user.home"), "a", "b.mv.db"));
    }

    /** H2 refuses the relative one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/database",
                "jdbc:h2:mem:test",
                "jdbc:h2:tcp://127.0.0.1:9/srv/a/b",
                "jdbc:h2:ssl://127.0.0.1/~/b",
                "jdbc:h2:file:var/b",
                "jdbc:h2:split:20:/srv/a/b",
                "jdbc:h2:zip:/srv/a.zip!/b",
                "jdbc:h2:"
            })
    void anyOtherDatabaseHasNoFileOfItsOwn(String url) {
        assertThat(H2File.of(url)).isEmpty();
    }

    @Test
    void aCopyIsOpenedWithTheOptionsOfTheFileButThoseThatWouldHinderIt() {
        H2File file = H2File.of("jdbc:h2:/srv/b;CIPHER=AES;ifexists=true;DB_CLOSE_DELAY=-1;MODE=STRICT")
                .orElseThrow();

        assertThat(file.urlOf(Path.of("/srv/b.migrating.mv.db")))
                .isEqualTo("jdbc:h2:file:/srv/b.migrating;CIPHER=AES;MODE=STRICT");
    }

    @Test
    void aFileIsEmptyIfItIsMissingOrHasNoByte(@TempDir Path home) throws Exception {
        H2File file = H2File.of("jdbc:h2:file:" + home.resolve("b")).orElseThrow();

        assertThat(file.isEmpty()).isTrue();
        Files.createFile(file.path());
        assertThat(file.isEmpty()).isTrue();
        Files.writeString(file.path(), "x");
        assertThat(file.isEmpty()).isFalse();
    }

    @Test
    void aFileThatTookThePlaceOfTheOneThatWasOpenedIsNoticed(@TempDir Path home) throws Exception {
        H2File file = H2File.of("jdbc:h2:file:" + home.resolve("b")).orElseThrow();
        Files.createFile(file.path());
        Object identity = file.identity();
        file.requireSame(identity);

        Files.move(Files.createFile(home.resolve("other")), file.path(), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> file.requireSame(identity)).isInstanceOf(DatabaseInUseException.class);
    }
}
