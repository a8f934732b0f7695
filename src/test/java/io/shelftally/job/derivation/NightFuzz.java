package io.shelftally.job.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.answers.Json;
import io.shelftally.fuzz.FuzzTarget;
import io.shelftally.night.captures.CaptureFuzz;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.captures.LinkedCapture;
import io.shelftally.night.evidence.EvidenceFuzz;
import io.shelftally.night.scans.KnownLines;
import io.shelftally.night.scans.KnownReports;
import io.shelftally.night.scans.ScanEnding;
import io.shelftally.night.scans.ScanFuzz;
import io.shelftally.night.scans.ScanOfNight;
import io.shelftally.publication.results.Datasets;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** All the stored evidence of one scan, of which one answer is anything. */
public final class NightFuzz {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 21);
    private static final ScanOfNight SCAN = new ScanOfNight(
            DATE,
            40101,
            "0412",
            null,
            false,
            true,
            Optional.of(ScanEnding.REPORTED),
            true,
            false,
            1,
            0,
            Optional.of("status"),
            Optional.of("report"),
            Optional.empty());
    private static final List<LinkedCapture> LINKED =
            List.of(new LinkedCapture(40101, "AAAAAAAAAAAAAAAAAAAAAA", "capture"));

    private static final SimpleDriverDataSource NONE = new SimpleDriverDataSource();

    private NightFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(
                new FuzzTarget(
                        "a scan's report, reconciled",
                        List.of(ScanFuzz.REPORT),
                        ScanFuzz.words(),
                        input -> check(Map.of(
                                "status",
                                bytes(ScanFuzz.STATUSES),
                                "report",
                                input,
                                "capture",
                                bytes(CaptureFuzz.CAPTURE)))),
                new FuzzTarget(
                        "a scan's status, reconciled",
                        List.of(ScanFuzz.STATUSES),
                        ScanFuzz.words(),
                        input -> check(Map.of(
                                "status",
                                object(input),
                                "report",
                                bytes(ScanFuzz.REPORT),
                                "capture",
                                bytes(CaptureFuzz.CAPTURE)))),
                new FuzzTarget(
                        "a scan's capture, reconciled",
                        List.of(CaptureFuzz.CAPTURE),
                        ScanFuzz.words(),
                        input -> check(Map.of(
                                "status",
                                bytes(ScanFuzz.STATUSES),
                                "report",
                                bytes(ScanFuzz.REPORT),
                                "capture",
                                object(input)))));
    }

    /** Whatever the evidence says, each cell of each row has a value, and the keys are unique. */
    private static void check(Map<String, byte[]> bodies) {
        Links links =
                new StoredLinks(DATE, new CaptureNights(JdbcClient.create(NONE), new NamedParameterJdbcTemplate(NONE)));
        ScanAnswers answers = new ScanReader(
                        EvidenceFuzz.holding(bodies), new KnownLines(), new KnownReports(), CaptureFuzz.SETTINGS)
                .read(DATE, SCAN, Map.of(links, LINKED));
        ScanFindings findings =
                new Judge(TestRules.DEFAULT, links).scan(answers).orElseThrow();
        assertThat(findings.row().place().scanId()).isEqualTo(40101);
        findings.items()
                .forEach(row -> assertThat(Datasets.RECONCILED_ITEMS.columns().stream()
                                .map(column -> String.valueOf(column.value().apply(row))))
                        .contains("40101", row.item().gtin().digits()));
        assertThat(findings.items().stream()
                        .map(row -> row.item().gtin())
                        .distinct()
                        .count())
                .isEqualTo(findings.items().size());
    }

    /** No other answer is ever kept as evidence. */
    private static byte[] object(byte[] input) {
        return Json.object(input).isPresent() ? input : bytes("{}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
