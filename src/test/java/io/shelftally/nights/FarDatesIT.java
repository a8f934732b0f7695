package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates beyond tomorrow, which {@code nightly}, {@code plan} and {@code rerun} refuse unless they are told to take them. */
class FarDatesIT {

    private static final URI NOBODY = URI.create("http://127.0.0.1:9");

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /** Beyond tomorrow even if midnight passes during the test. */
    private final String far = today.plusDays(3).toString();

    @TempDir
    private Path home;

    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void giveLists() {
        desk = new Desk(home)
                .facing(NOBODY)
                .captures("capture_id", Ids.id("one"))
                .scans("scan_id", "1");
    }

    @Test
    void nightlyRefusesThemBeforeItMakesAnything() {
        InProcess.Ended night = desk.night(far);

        assertThat(night.code()).isEqualTo(64);
        assertThat(night.err())
                .contains("--date " + far + " is beyond tomorrow; today is ", "If it is meant, add --force.");
        assertThat(home).isDirectoryNotContaining("glob:**.db").isDirectoryNotContaining("glob:**out");
    }

    @Test
    void planRefusesThemUnlessItIsForced() {
        assertThat(desk.night(today.toString(), "--scans", "gone.csv").code()).isEqualTo(65);

        assertThat(desk.plan(far).code()).isEqualTo(64);
        assertThat(desk.plan(far, "--force").code()).isZero();
        assertThat(desk.plan(today.plusDays(1).toString()).code()).isZero();
    }

    @Test
    void rerunRefusesThemUnlessItIsForced() {
        assertThat(desk.night(today.toString(), "--scans", "gone.csv").code()).isEqualTo(65);

        InProcess.Ended range = desk.run("rerun", "--from", today.toString(), "--to", far);

        assertThat(range.code()).isEqualTo(64);
        assertThat(range.err()).contains("--to " + far + " is beyond tomorrow");
        assertThat(desk.run("rerun", "--date", far).code()).isEqualTo(64);
        assertThat(desk.run("rerun", "--date", far, "--dry-run").code()).isEqualTo(64);
        assertThat(desk.run("rerun", "--date", far, "--dry-run", "--force").code())
                .isEqualTo(65);
    }
}
