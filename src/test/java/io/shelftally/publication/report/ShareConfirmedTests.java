package io.shelftally.publication.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.shelftally.matching.reconciliation.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The share that the report and docs/analysts.md give of the demo's night is one number, by one definition. */
class ShareConfirmedTests {

    private static final Path EXPECTED = Path.of("sample-data", "expected", "reconciled_items.csv");
    private static final Path PAGE = Path.of("docs", "analysts.md");
    private static final Pattern TOLD =
            Pattern.compile("`report.html` calls Confirmed: ([0-9]+) of ([0-9]+), ([0-9.]+ %)");
    private static final Pattern STORE = Pattern.compile("(?m)^[0-9 ]{4} +([0-9]+) +([0-9]+) +[0-9]+[.][0-9]$");

    @Test
    void theReportAndThePageForAnalystsGiveTheSameShare() throws IOException {
        String page = Files.readString(PAGE);
        MatchResult told = TOLD.matcher(page).results().findFirst().orElseThrow();
        String byStore = page.substring(page.indexOf("**Which share of what was captured"));
        List<MatchResult> stores = STORE.matcher(byStore.substring(0, byStore.indexOf("**Which breaks")))
                .results()
                .toList();

        assertThat(headline())
                .contains(told.group(3) + " of " + told.group(2) + " captured products that a report can");
        assertThat(stores).hasSize(4);
        assertThat(sum(stores, 1)).isEqualTo(Long.parseLong(told.group(2)));
        assertThat(sum(stores, 2)).isEqualTo(Long.parseLong(told.group(1)));
    }

    @Test
    void whatIsComparedIsWhatTheSqlOfThePageCounts() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(EXPECTED)) {
            assertThat(rows.stream())
                    .allSatisfy(row -> assertThat(
                                    Verdict.valueOf(row.getField("verdict")).isComparedCapture())
                            .isEqualTo(row.getField("captured").equals("true")
                                    && !row.getField("verdict").equals("NOT_COMPARABLE")));
        }
    }

    private static String headline() throws IOException {
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(EXPECTED)) {
            rows.stream()
                    .map(row -> Verdict.valueOf(row.getField("verdict")))
                    .forEach(verdict -> verdicts.merge(verdict, 1L, Long::sum));
        }
        return new FigureSections(withVerdicts(verdicts)).headline();
    }

    private static Summary withVerdicts(Map<Verdict, Long> verdicts) {
        Summary sample = SampleNight.summary();
        return new Summary(
                sample.businessDate(),
                sample.startedAt(),
                sample.finishedAt(),
                sample.coverage(),
                sample.otherReports(),
                sample.alerts(),
                sample.scans(),
                sample.captures(),
                verdicts,
                sample.quarantine(),
                sample.unreadable(),
                sample.breaks(),
                sample.carriedOver(),
                sample.inputs(),
                sample.calls(),
                sample.inFlight(),
                sample.quota(),
                sample.versions(),
                sample.settings());
    }

    private static long sum(List<MatchResult> rows, int group) {
        return rows.stream().mapToLong(row -> Long.parseLong(row.group(group))).sum();
    }
}
