package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a setting that cannot be used: its name, its value unless secret, what is allowed, and the default. */
class BadSettingsIT {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shelftally.poll.first | 20 s | shelftally.poll.first must be a time such as 500ms, 5s, 2m or 1h, with its unit"
                        + " and without a blank./It is \"20 s\", from the command line; the default is 2s.",
                "shelftally.poll.first | 20 | shelftally.poll.first must be a time such as 500ms, 5s, 2m or 1h, with its unit"
                        + " and without a blank./It is \"20\", from the command line; the default is 2s.",
                "shelftally.run.lease | 60 | shelftally.run.lease must be a time such as 500ms, 5s, 2m or 1h, with its unit"
                        + " and without a blank./It is \"60\", from the command line; the default is 60s.",
                "shelftally.http.max-body | 32 | shelftally.http.max-body must be a size such as 512KB or 32MB, with its"
                        + " unit and without a blank./It is \"32\", from the command line; the default is 32MB.",
                "shelftally.poll.first | 0 | shelftally.poll.first must be more than zero, not PT0S."
                        + "/It is \"0\", from the command line; the default is 2s.",
                "shelftally.closient.per-minute | 300/min | shelftally.closient.per-minute must be a whole number, such as 20,"
                        + " without a unit./It is \"300/min\", from the command line; the default is 300.",
                "shelftally.matching.nights | 5m | shelftally.matching.nights must be a whole number, such as 20, without a"
                        + " unit./It is \"5m\", from the command line; the default is 3.",
                "shelftally.retry.attempts | 0 | shelftally.retry.attempts must be 1 or more, not 0."
                        + "/It is \"0\", from the command line; the default is 4.",
                "shelftally.retry.attempts | '' | shelftally.retry.attempts must be a whole number, such as 20, without a unit."
                        + "/It is empty, from the command line; the default is 4.",
                "shelftally.http.max-body | 32 MB big | shelftally.http.max-body must be a size such as 512KB or 32MB, with its"
                        + " unit and without a blank./It is \"32 MB big\", from the command line; the default is 32MB.",
                "shelftally.pensa.bearer | maybe | shelftally.pensa.bearer must be true or false."
                        + "/It is \"maybe\", from the command line; the default is false.",
                "shelftally.zone | Mars | shelftally.zone must be a zone such as Europe/Paris, not \"Mars\"."
                        + "/It is \"Mars\", from the command line; the default is UTC.",
                "shelftally.closient.api-key | hid\u0001den | shelftally.closient.api-key holds a character that no HTTP header"
                        + " may hold, at position 4 of 7: look for a line end at its end./It is a secret, from the command line; it has no default.",
                "shelftally.intake.url | postgresql://u:hidden@host/x | shelftally.intake.url names no database that this job can"
                        + " use: it must begin with jdbc:, such as jdbc:h2:file:/srv/shelftally/database or"
                        + " jdbc:postgresql://host/database./It is \"postgresql://host/x\", from the command line; it has no"
                        + " default.",
                "spring.datasource.url | postgresql://u:hidden@host/x?password=hidden | spring.datasource.url names no database"
                        + " that this job can use: it must begin with jdbc:, such as"
                        + " jdbc:h2:file:/srv/shelftally/database or jdbc:postgresql://host/database./It is \"postgresql://host/x\", from the"
                        + " command line; the default is jdbc:h2:file:./var/shelftally."
            })
    void aValueThatCannotBeIsToldWithWhatIsAllowedAndTheDefault(String setting, String value, String told) {
        Desk desk = new Desk(home)
                .facing(URI.create("http://127.0.0.1:1"))
                .set("shelftally.pensa.base-url", "http://127.0.0.1:1")
                .captures("capture_id")
                .scans("scan_id")
                .set(setting, value);

        InProcess.Ended ended = desk.night("2026-11-02", "--allow-empty");

        assertThat(ended.code()).as(ended.err()).isEqualTo(78);
        assertThat(ended.err()).isEqualTo("shelftally: " + told.replaceFirst("\\./It", ".\nIt") + "\n");
    }

    @Test
    void aValueThatACommandNeedsAloneIsToldAlike() {
        assertThat(new Desk(home).run("migrate").code()).isZero();

        InProcess.Ended ended =
                new Desk(home).set("shelftally.closient.per-day", "many").run("plan", "--allow-empty");

        assertThat(ended.code()).as(ended.err()).isEqualTo(78);
        assertThat(ended.err()).isEqualTo("""
                        shelftally: shelftally.closient.per-day must be a whole number, such as 20, without a unit.
                        It is "many", from the command line; the default is 10000.
                        """);
    }

    @Test
    void aValueOfAFileIsToldWithItsLine() throws Exception {
        Path file = Files.writeString(home.resolve("settings"), "# first\nshelftally.zone=Mars\n");

        InProcess.Ended ended = new Desk(home).run("migrate", "--config", file.toString());
        InProcess.Ended night = new Desk(home).night("2026-11-02", "--config", file.toString());

        assertThat(ended.code()).isZero();
        assertThat(night.code()).isEqualTo(78);
        assertThat(night.err()).contains("It is \"Mars\", from " + file + ":2; the default is UTC.");
    }
}
