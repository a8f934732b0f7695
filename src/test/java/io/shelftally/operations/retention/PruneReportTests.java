package io.shelftally.operations.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.console.Style;
import io.shelftally.operations.deletion.Deleted;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PruneReportTests {

    private static final LocalDate BEFORE = LocalDate.parse("2026-08-24");

    @Test
    void tablesOfWhichNothingGoesAreNotListed() {
        String text = report(
                        Map.of("evidence", 3L, "run", 0L),
                        new Deleted.Files(List.of(LocalDate.parse("2026-08-23")), 70))
                .text(new Style(false, 80));

        assertThat(text)
                .startsWith("deleted what is of nights before 2026-08-24\n")
                .contains("evidence", "files in out: 1 night, 70 bytes\n")
                .doesNotContain("run ");
    }

    @Test
    void whereNothingGoesItSaysSo() {
        String text =
                report(Map.of("evidence", 0L), new Deleted.Files(List.of(), 0)).text(new Style(false, 80));

        assertThat(text).isEqualTo("""
                deleted nothing: of nights before 2026-08-24 there is nothing that may go
                4 rows of captures and 2 of scans of earlier nights stay: what is open needs them, or a night that stays
                """);
    }

    private static PruneReport report(Map<String, Long> rows, Deleted.Files files) {
        return new PruneReport(BEFORE, false, new Deleted(rows, Map.of(Path.of("out"), files)), 4, 2);
    }
}
