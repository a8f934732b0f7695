package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Page;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says of open breaks and of the nights before. */
class ReportOfNightsIT {

    private static final String A = "00013562302284";
    private static final Pattern NIGHT = Pattern.compile("[0-9-]{10}, version [0-9]+");

    @TempDir
    private Path home;

    private Desk desk;

    @BeforeEach
    void makeADesk() {
        desk = new Desk(home);
    }

    @Test
    void aNightIsComparedWithThoseOfEarlierDatesAloneInTheVersionsThatAreShown() throws Exception {
        night("2026-11-01", 11);
        night("2026-11-03", 13);
        night("2026-11-01", 11, 12);
        night("2026-11-02", 14);
        night("2026-11-04", 15);

        assertThat(page("2026-11-01").text()).contains("No earlier night is published");
        assertThat(nightsBefore("2026-11-02")).containsExactly("2026-11-01, version 2");
        assertThat(nightsBefore("2026-11-04"))
                .containsExactly("2026-11-03, version 1", "2026-11-02, version 1", "2026-11-01, version 2");
    }

    @Test
    void noMoreThanSevenNightsAreCompared() throws Exception {
        for (int day = 1; day <= 9; day++) {
            night("2026-11-0" + day, day);
        }

        assertThat(nightsBefore("2026-11-09"))
                .hasSize(7)
                .startsWith("2026-11-08, version 1")
                .endsWith("2026-11-02, version 1");
    }

    @Test
    void theOldestOpenBreakStandsFirstWithItsRowInTheFile() throws Exception {
        night("2026-11-01", 12);
        night("2026-11-02", 11, 12);

        assertThat(desk.published("2026-11-02").breaks().keySet()).containsExactly("S11/dairy " + A, "S12/dairy " + A);
        assertThat(page("2026-11-02").text().replaceAll("\\s+", " "))
                .containsSubsequence(
                        "2 open: 1 opened tonight, 0 closed",
                        "GTIN " + A + " · store S12, section dairy",
                        "2 nights, since 2026-11-01: captured, but the scan did not see it · row 2 of breaks.csv",
                        "GTIN " + A + " · store S11, section dairy",
                        "1 night, since 2026-11-02: captured, but the scan did not see it · row 1 of breaks.csv");
    }

    @Test
    void aNightThatIsRunAgainKeepsItsReport() {
        night("2026-11-01", 11);
        night("2026-11-02", 12);
        String report = desk.published("2026-11-02").text("report.html");

        night("2026-11-02", 12);

        assertThat(desk.published("2026-11-02").text("report.html")).isEqualTo(report);
    }

    /** Each scan is of a store of its own; A is captured in it, and not seen. */
    private void night(String date, long... scans) {
        WorldText world = new WorldText();
        List<String> scanLines = new ArrayList<>(List.of("scan_id,store_id,section"));
        List<String> captureLines = new ArrayList<>(List.of("capture_id,scan_id"));
        for (long scan : scans) {
            world.scan(scan, "'report': {'ITEMS_SEEN': [], 'OOS': []}");
            world.capture(Ids.id("capture" + scan), "'code': '" + A + "'");
            scanLines.add(scan + ",S" + scan + ",dairy");
            captureLines.add(Ids.id("capture" + scan) + "," + scan);
        }
        desk.scans(scanLines.toArray(String[]::new)).captures(captureLines.toArray(String[]::new));
        try (Sandbox sandbox = world.start()) {
            assertThat(desk.facing(sandbox).night(date, "--wait", "60s").code()).isZero();
        }
    }

    private Page page(String date) throws Exception {
        return Page.parse(desk.published(date).text("report.html"));
    }

    /** As the page lists them. */
    private List<String> nightsBefore(String date) throws Exception {
        Matcher nights = NIGHT.matcher(desk.published(date).text("report.html"));
        List<String> found = new ArrayList<>();
        while (nights.find()) {
            found.add(nights.group());
        }
        return found;
    }
}
