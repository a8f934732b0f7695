package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job as the launchers start it. */
class LaunchIT {

    @TempDir
    private Path home;

    @Test
    void listsUnderAFolderWithAnUmlautAreReadInTheLocaleOfCron() throws Exception {
        String told = inThePosixLocale("""
                . jobs/.launch
                folder=$HOME/$(printf 'K\\303\\266ln')
                mkdir "$folder"
                printf 'scan_id,store_id\\n1,Caf\\303\\251\\n' > "$folder/scans.csv"
                export SPRING_DATASOURCE_URL="jdbc:h2:file:$folder/database"
                "$java" -cp "$CLASSES" io.shelftally.Application migrate 2>&1
                "$java" -cp "$CLASSES" io.shelftally.Application plan --date 2024-11-02 --scans "$folder/scans.csv" 2>&1
                "$java" -cp "$CLASSES" io.shelftally.Application plan --date 2024-11-02 --scans "$folder/none.csv" 2>&1
                """);

        assertThat(told)
                .contains("plan for 2024-11-02: 0 captures, 1 scan")
                .contains("K\u00f6ln/none.csv: there is no");
    }

    @Test
    void aVariableGoesBeforeTheFileOfTheWorkingFolderAndTheLauncherNamesThePlaceOfTheDefaultDatabase()
            throws Exception {
        String told = inThePosixLocale("""
                . jobs/.launch
                cd "$HOME"
                printf 'shelftally.zone=Asia/Tokyo\\nshelftally.run.lease=9s\\n' > shelftally.properties
                export SHELFTALLY_ZONE=Europe/Paris
                SHELFTALLY_HOME="$HOME/project" "$java" -cp "$CLASSES" io.shelftally.Application config show 2>&1
                """);

        assertThat(told)
                .containsPattern("shelftally.zone +Europe/Paris +the variable SHELFTALLY_ZONE\n")
                .containsPattern("shelftally.run.lease +9s +" + home + "/shelftally.properties:2\n")
                .containsPattern("spring.datasource.url +jdbc:h2:file:" + home + "/project/shelftally +the defaults\n");
    }

    @Test
    void whatTheDatabaseSaysIsToldInEnglishEverywhere() throws Exception {
        Desk desk = new Desk(home)
                .set("spring.datasource.url", "jdbc:h2:file:" + home.resolve("database"))
                .set("shelftally.intake.scans-sql", "SELECT scan_id FROM nowhere")
                .java("-Duser.language=de", "-Duser.country=DE");

        assertThat(desk.run("migrate").code()).isZero();

        try (ChildProcess plan = desk.runElsewhere("plan", "--date", "2024-11-02")) {
            assertThat(plan.exitCode()).isEqualTo(65);
            assertThat(plan.err()).contains("Table \"NOWHERE\" not found");
        }
    }

    @Test
    @Timeout(20)
    void anErrorOfJavaEndsACommandAtOnceAsAnUnexpectedOne() throws Exception {
        Desk desk = new Desk(home).java("--limit-modules=java.base,java.logging,java.xml,java.naming");

        try (ChildProcess doctor = desk.runElsewhere("doctor")) {
            assertThat(doctor.exitCode()).isEqualTo(70);
            assertThat(doctor.err()).contains("NoClassDefFoundError");
        }
    }

    private String inThePosixLocale(String script) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        List.of("LC_CTYPE", "LANG", "JAVA_HOME").forEach(bash.environment()::remove);
        bash.environment().put("LC_ALL", "POSIX");
        bash.environment().put("HOME", home.toString());
        bash.environment().put("JAVA_HOME", System.getProperty("java.home"));
        bash.environment()
                .put(
                        "CLASSES",
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(part -> Path.of(part).toAbsolutePath().toString())
                                .collect(Collectors.joining(File.pathSeparator)));
        Process process = bash.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }
}
