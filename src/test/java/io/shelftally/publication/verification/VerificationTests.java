package io.shelftally.publication.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.base.digest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class VerificationTests {

    /** Spoils an export in one place. */
    interface Spoiling {
        void spoil(SampleExport export) throws IOException;
    }

    @TempDir
    private Path home;

    private SampleExport export;

    @BeforeEach
    void publish() throws IOException {
        export = SampleExport.in(home);
    }

    @Test
    void thePublishedSampleIsSound() throws IOException {
        VerificationReport report = Verification.of(export.link());

        assertThat(report.text(true))
                .isEqualTo(export.link() + " is sound: version 1 of 2026-11-21, 10 files, 226 rows\n");
        assertThat(report.json(true)).contains("\"sound\" : true", "\"findings\" : [ ]");
    }

    @Test
    void aCopyElsewhereIsSound() throws IOException {
        Path copy = Files.createDirectory(home.resolve("copy"));
        for (String name : SampleExport.FILES) {
            Files.copy(export.file(name), copy.resolve(name));
        }

        assertThat(Verification.of(copy).text(true)).contains(" is sound: ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void aDamageThatTheCheckSumsTellIsNamed(String message, Spoiling spoiling) throws IOException {
        spoiling.spoil(export);

        assertNamed(message);
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                row("scans.csv: it is missing.", e -> Files.delete(e.file("scans.csv"))),
                row("_SUCCESS: it is missing: the version was never finished", e -> Files.delete(e.file("_SUCCESS"))),
                row("_SUCCESS: it is stale", e -> Files.writeString(e.file("_SUCCESS"), "0".repeat(64) + "\n")),
                row("notes.txt: it is named neither", e -> Files.writeString(e.file("notes.txt"), "mine")),
                row(
                        "old: this is no plain file, and a version holds nothing else. Keep it elsewhere",
                        e -> Files.createDirectory(e.file("old"))),
                row("report.html: the bytes were changed", e -> e.replace("report.html", "night", "Night")),
                row("SHA256SUMS: it has no line for scans.csv", e -> e.replace("SHA256SUMS", "scans.csv", "scan.csv")),
                row("SHA256SUMS, line 2: \"", e -> e.replace("SHA256SUMS", "  captures.csv", " captures.csv")),
                row("datapackage.json: this is no JSON document", e -> e.replace("datapackage.json", "{", "[")),
                row("summary.json: this is no JSON document", e -> e.replace("summary.json", "{", "")),
                row(
                        "datapackage.json: the column business_date has a type that exports do not use",
                        e -> e.replace("datapackage.json", "\"date\"", "\"year\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void whatIsWrongIsNamedEvenIfAllCheckSumsFit(String message, Spoiling spoiling) throws IOException {
        spoiling.spoil(export);
        export.seal();

        assertNamed(message);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                row("scans.csv, line 2: scan_id \"1e4\" is not of the type integer", "scans.csv", ",1234,", ",1e4,"),
                row("scans.csv, line 2: scan_id is empty and may not be", "scans.csv", ",1234,", ",,"),
                row("scans.csv, line 2: outcome \"DONE\" is none of the values", "scans.csv", "REPORTED", "DONE"),
                row(
                        "scans.csv, line 2: created \"2026-11-21T16:01:12\" is not of the type datetime",
                        "scans.csv",
                        "2026-11-21T16:01:12Z",
                        "2026-11-21T16:01:12"),
                row("scans.csv, line 2: business_date is not that of", "scans.csv", "2026-11-21,", "2026-11-20,"),
                row("scans.csv, line 2: seen_count is 3, and", "scans.csv", ",2,0,2,2,0,", ",3,0,2,2,0,"),
                row("scans.csv, line 2: break_count does not fit", "scans.csv", ",2,0,2,2,0,", ",2,0,2,2,,"),
                row("scans.csv, line 2: cells: 19, columns: 20", "scans.csv", "0412,Sauces", "0412"),
                row("scans.csv, line 2: the line ends with LF alone", "scans.csv", ",1,\r\n2026", ",1,\n2026"),
                row(
                        "scans.csv, line 2: a quote opens here, and text follows where it closes",
                        "scans.csv",
                        "Sauces",
                        "\"Sauces"),
                row("scans.csv, line 2: a quote stands inside", "scans.csv", "Sauces", "Sau\"ces"),
                row("scans.csv, line 2: quotes stand around a cell", "scans.csv", "Sauces", "\"Sauces\""),
                row("scans.csv, line 2: section \"=Sauces\" starts as a formula", "scans.csv", "Sauces", "=Sauces"),
                row("scans.csv, line 1: the header is not", "scans.csv", "scan_id,store_id", "store_id,scan_id"),
                row(
                        "reconciled_items.csv, line 2: gtin \"1234567890123\" does not match",
                        "reconciled_items.csv",
                        "01234567890123",
                        "1234567890123"),
                row(
                        "reconciled_items.csv, line 2: scan_id \"1233\" is not in",
                        "reconciled_items.csv",
                        "1234,",
                        "1233,"),
                row("summary.json: verdicts.CONFIRMED is ", "reconciled_items.csv", "CONFIRMED", "OOS_DISPUTED"),
                row("summary.json: breaks.open is ", "breaks.csv", "2026-11-21,,1", "2026-11-21,2026-11-21,1"),
                row("summary.json: captures.RECONCILED is ", "captures.csv", "RECONCILED", "UNLINKED"),
                row("summary.json: quarantine.BAD_SCAN_ID is ", "quarantine.csv", "BAD_SCAN_ID", "BAD_CAPTURE_ID"),
                row(
                        "unknown_products.csv: 00815871013826 has 2 captures, and captures.csv has 1 NOT_FOUND of it",
                        "unknown_products.csv",
                        "00815871013826,,,,,,1",
                        "00815871013826,,,,,,2"),
                row(
                        "unknown_products.csv: 00815871013826 is missing, and captures.csv has 1 NOT_FOUND of it",
                        "unknown_products.csv",
                        "00815871013826",
                        "00815871013827"),
                row(
                        "unknown_products.csv: 00815871013827 stands here, and captures.csv has 0 NOT_FOUND of it",
                        "unknown_products.csv",
                        "00815871013826",
                        "00815871013827"),
                row("summary.json: coverage.", "summary.json", "\"answered\" : 15", "\"answered\" : 5"),
                row(
                        "summary.json: it is of version 2 of 2026-11-21",
                        "summary.json",
                        "\"version\" : 1",
                        "\"version\" : 2"),
                row("captures.csv, line 3: the key \"", e -> swap(e, "captures", 1, 2)),
                row("quarantine.csv, line 3: the key \"captures.csv, 7\" belongs", e -> swap(e, "quarantine", 1, 2)));
    }

    @Test
    void aFileBesideTheTablesIsHeldAgainstItsCheckSum() throws IOException {
        export.add("reconciled_items.parquet", "PAR1");

        VerificationReport whole = Verification.of(export.link());
        Files.writeString(export.file("reconciled_items.parquet"), "PAR2");

        assertThat(whole.isSound()).isTrue();
        assertNamed("reconciled_items.parquet: the bytes were changed: the hash is not that of SHA256SUMS");
    }

    @Test
    void aTwinIsHeldAgainstTheDescriptorThatNamesIt() throws IOException {
        export.replace(
                "datapackage.json",
                "\"resources\" : [ {",
                "\"resources\" : [ {\"name\": \"p\", \"path\": \"scans.parquet\", \"bytes\": 5, \"hash\": \"sha256:"
                        + Sha256.hex("PAR1".getBytes(StandardCharsets.UTF_8)) + "\"}, {");
        export.sealSummary();
        export.add("scans.parquet", "PAR1");

        assertNamed("scans.parquet: it has 4 bytes, and the descriptor says 5");
        assertThat(Verification.of(export.link()).findingsInAll()).isEqualTo(1);
    }

    @Test
    void aVersionUnderTheLinkOfAnotherDateIsNamed() throws IOException {
        Path link = export.link().resolveSibling("2026-11-22");
        Files.createSymbolicLink(link, Path.of(".versions/2026-11-21/1"));

        assertThat(Verification.of(link).text(true))
                .contains("summary.json: it is of 2026-11-21, and the link says 2026-11-22.");
    }

    @Test
    void manyFindingsOfAKindAreCountedAndTheFirstOnesShown() throws IOException {
        export.write(
                "captures",
                export.lines("captures").stream().map(line -> line + ",x").toList());
        export.replace("captures.csv", "processed_at,x", "processed_at");

        VerificationReport report = Verification.of(export.link());

        assertThat(report.findingsInAll()).isGreaterThan(report.findings().size());
        assertThat(report.text(true))
                .containsPattern("\nand [0-9]+ more of the same files\n[^\n]+ is NOT sound, findings: ");
    }

    @Test
    void oneChangedCellIsOneFinding() throws IOException {
        export.replace("reconciled_items.csv", ",CONFIRMED,", ",NOT_COMPARABLE,");

        VerificationReport report = Verification.of(export.link());

        assertThat(report.findings()).hasSizeGreaterThan(3);
        assertThat(report.text(false).lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("reconciled_items.csv: the bytes were changed");
        assertThat(report.text(false))
                .contains(" more that follow from it: --all tells them)\n")
                .endsWith(" is NOT sound, findings: 1\n");
        assertThat(JsonMapper.shared().readTree(report.json(false)).get("findings"))
                .hasSize(1);
    }

    @Test
    void aChangedCellThatCannotBeIsShownWithItsLine() throws IOException {
        export.replace("scans.csv", ",1234,", ",1e4,");

        assertThat(Verification.of(export.link()).text(false).lines().toList().get(0))
                .startsWith(
                        "scans.csv, line 2: the bytes were changed: scan_id \"1e4\" is not of the type integer. Copy");
    }

    @Test
    void changesOfTwoFilesAreTwoFindings() throws IOException {
        export.replace("scans.csv", "Sauces", "Salsas");
        export.replace("captures.csv", "RECONCILED", "UNLINKED");

        assertThat(Verification.of(export.link()).text(false))
                .contains("scans.csv: the bytes", "captures.csv: the bytes")
                .endsWith(" is NOT sound, findings: 2\n");
    }

    private void assertNamed(String message) throws IOException {
        VerificationReport report = Verification.of(export.link());

        assertThat(report.isSound()).isFalse();
        assertThat(report.text(true).lines()).anyMatch(line -> line.startsWith(message));
        assertThat(report.text(true)).contains(" is NOT sound, findings: ");
        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank().doesNotEndWith("."));
    }

    private static void swap(SampleExport export, String table, int one, int other) throws IOException {
        List<String> lines = export.lines(table);
        Collections.swap(lines, one, other);
        export.write(table, lines);
    }

    private static Arguments row(String message, String file, String part, String by) {
        return row(message, export -> export.replace(file, part, by));
    }

    private static Arguments row(String message, Spoiling spoiling) {
        return Arguments.of(message, spoiling);
    }
}
