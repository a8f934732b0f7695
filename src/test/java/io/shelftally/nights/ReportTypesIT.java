package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that deliver other reports than ITEMS_SEEN and OOS, and answers that refuse a report by a word. */
class ReportTypesIT {

    private static final String DATE = "2026-11-02";
    private static final String A = "00013562302284";
    private static final String B = "00014100095071";

    @TempDir
    private Path home;

    @Test
    void facingsThatNobodyAskedForTellWhatWasSeen() {
        WorldText world = new WorldText()
                .scan(
                        1,
                        "'report': {'FULL_FACINGS': [{'like': '" + A + "', 'facings': 2}, {'like': '" + B
                                + "', 'facings': 0, 'expected_facings': 4}, {'upc': 'none', 'product_id': 7}]}")
                .capture(Ids.id("a"), "'code': '" + A + "'");
        try (Sandbox sandbox = world.start()) {
            Desk desk = desk(sandbox, 1);
            desk.set("shelftally.matching.unreadable", "0.5").captures("capture_id,scan_id", Ids.id("a") + ",1");

            assertThat(desk.night(DATE, "--wait", "5s").code()).isZero();

            Published night = desk.published(DATE);
            assertThat(night.items().get("1 " + A))
                    .containsEntry("verdict", "CONFIRMED")
                    .containsEntry("out_of_stock", "")
                    .containsEntry("facings", "2");
            assertThat(night.items().get("1 " + B))
                    .containsEntry("verdict", "EXPECTED_NOT_SEEN")
                    .containsEntry("reason", "captured=no seen=no oos=unknown")
                    .containsEntry("expected_facings", "4");
            assertThat(night.scans().get("1"))
                    .containsEntry("seen_count", "1")
                    .containsEntry("oos_count", "")
                    .containsEntry("reason", "");
            assertThat(night.quarantine().get("pensa:1 /data/FULL_FACINGS/report/product_list/2"))
                    .containsEntry("code", "PRODUCT_WITHOUT_IDENTIFIER")
                    .containsEntry("subject_id", "7");
            assertThat(desk.run("verify", desk.out().resolve(DATE).toString()).code())
                    .isZero();
            assertThat(desk.run("explain", "--scan", "1", "--gtin", B).out())
                    .contains("EXPECTED_NOT_SEEN", "FULL_FACINGS");
        }
    }

    @Test
    void theSettingSaysWhatIsAskedFor() throws IOException {
        WorldText world = new WorldText().scan(1, "'report': {'ITEMS_SEEN': ['" + A + "'], 'OOS': []}");
        try (Sandbox sandbox = world.start()) {
            Desk desk = desk(sandbox, 1).set("shelftally.pensa.report-types", "OOS, ITEM_SEEN,ITEMS_SEEN");

            assertThat(desk.night(DATE, "--wait", "5s", "--allow-empty").code()).isZero();

            assertThat(sandbox.journal().entries().stream()
                            .filter(call -> call.path().endsWith("reports-on-demand"))
                            .count())
                    .isEqualTo(1);
            assertThat(desk.published(DATE).text("summary.json")).contains("\"OOS,ITEMS_SEEN\"");
            assertThat(desk.published(DATE).scans().get("1")).containsEntry("seen_count", "1");
        }
    }

    @Test
    void aReportTypeThatCannotBeReadIsABadSetting() {
        try (Sandbox sandbox = new WorldText().start()) {
            for (String types : List.of("", "ITEMS_SEEN,PRODUCT_POSITIONS", "items_seen")) {
                InProcess.Ended ended = desk(sandbox, 1)
                        .set("shelftally.pensa.report-types", types)
                        .night(DATE, "--allow-empty");

                assertThat(ended.code()).as(types).isEqualTo(78);
                assertThat(ended.err()).as(types).contains("report-types");
            }
        }
    }

    /** The journal keeps no bodies, so it is the answer that tells: a 404 is what it is, wherever it comes from. */
    @Test
    void aScanThatIsRefusedByAWordOrAStatusSaysSo() {
        WorldText world = new WorldText()
                .scan(1, "'report': {'SCAN_REJECTED': {'project_id': 3}, 'status': 'too dark'}")
                .scan(2, "'report': {'SCAN_FAILED': true, 'ITEMS_SEEN': null}")
                .scan(3, "'report': {'SCAN_SKIPPED': true, 'OOS': []}")
                .scan(4, "'report': {'SCAN_SKIPPED': true, 'NO_OOS': null}")
                .scan(5, "'reportSteps': [{'status': 422, 'times': 'forever'}]")
                .scan(6, "'progression': [{'status': 'COMPLETE', 'fast_status': 'Skipped'}]")
                .scan(7, "'report': {'SCAN_REJECTED': null}");
        try (Sandbox sandbox = world.start()) {
            Desk desk = desk(sandbox, 7);

            assertThat(desk.night(DATE, "--wait", "400ms", "--allow-empty").code())
                    .isZero();

            List<String> ended = new ArrayList<>();
            desk.published(DATE)
                    .scans()
                    .forEach((id, row) -> ended.add(id + " " + row.get("outcome") + " " + row.get("reason")));
            assertThat(ended)
                    .containsExactlyInAnyOrder(
                            "1 REPORT_REJECTED SCAN_REJECTED",
                            "2 REPORT_REJECTED SCAN_FAILED",
                            "3 REPORTED ",
                            "4 REPORTED ",
                            "5 REPORT_REJECTED HTTP 422",
                            "6 FAILED Skipped",
                            "7 REPORT_NOT_READY ");
            assertThat(desk.database()
                            .queryForList(
                                    "SELECT reason FROM scan WHERE reason IS NOT NULL ORDER BY scan_id", String.class))
                    .containsExactly("SCAN_REJECTED", "SCAN_FAILED", "HTTP 422", "Skipped");
            assertThat(calls(sandbox))
                    .as("each refused scan is asked for its report once")
                    .isEqualTo(5);
            assertThat(desk.run("replay", "--date", DATE).code()).isZero();
        }
    }

    @Test
    void otherTypesThanWereAskedForAreToldOfByTheReportTheRunAndDoctor() {
        WorldText world = new WorldText()
                .scan(1, "'report': {'PRODUCT_POSITIONS': {'positions': []}, 'NEW_PRODUCTS': [], 'shelfId': 4}")
                .scan(2, "'report': {'ITEMS_SEEN': ['" + A + "']}");
        try (Sandbox sandbox = world.start()) {
            Desk desk = desk(sandbox, 2);

            InProcess.Ended ended = desk.night(DATE, "--wait", "400ms", "--allow-empty");

            assertThat(ended.code()).isZero();
            assertThat(ended.out())
                    .contains("1 scan", "NEW_PRODUCTS, PRODUCT_POSITIONS", "shelftally.pensa.report-types");
            assertThat(desk.published(DATE).text("report.html"))
                    .contains("NEW_PRODUCTS, PRODUCT_POSITIONS", "shelftally.pensa.report-types");
            assertThat(desk.published(DATE).text("summary.json")).contains("other_reports", "\"NEW_PRODUCTS\"");
            assertThat(desk.run("doctor").out())
                    .contains("NEW_PRODUCTS, PRODUCT_POSITIONS", "SHELFTALLY_PENSA_REPORTTYPES");
        }
    }

    @Test
    void otherTypesAreToldOfByTheMessageOfANightThatIsNotPublished() {
        WorldText world = new WorldText()
                .scan(1, "'report': {'FULL_FACINGS_AND_PRODUCT_POSITIONS': {}}")
                .scan(2, "'progression': [null]")
                .scan(3, "'progression': [null]");
        try (Sandbox sandbox = world.start()) {
            InProcess.Ended ended = desk(sandbox, 3).night(DATE, "--wait", "400ms", "--allow-empty");

            assertThat(ended.code()).isEqualTo(69);
            assertThat(ended.err())
                    .contains("1 of 3 scans", "FULL_FACINGS_AND_PRODUCT_POSITIONS", "shelftally.pensa.report-types");
        }
    }

    /** Twelve scans of which each product is one that this job cannot read (a field report). */
    @Test
    void aNightOfUnreadableCodesFallsBelowTheFloorAndOpensNoBreak() {
        WorldText world = new WorldText();
        List<String> captures = new ArrayList<>(List.of("capture_id,scan_id"));
        for (int scan = 1; scan <= 12; scan++) {
            world.scan(scan, "'report': {'ITEMS_SEEN': [{'like': '" + A + "', 'upc': 'x-49000000450'}], 'OOS': []}");
            world.capture(Ids.id("u" + scan), "'code': '" + A + "'");
            captures.add(Ids.id("u" + scan) + "," + scan);
        }
        try (Sandbox sandbox = world.start()) {
            Desk desk = desk(sandbox, 12);
            desk.captures(captures.toArray(String[]::new));

            InProcess.Ended ended = desk.night(DATE, "--wait", "5s");

            assertThat(ended.code()).isEqualTo(69);
            assertThat(ended.err()).contains("only 0 of 12 lines of the 12 reports", "the floor is 50 %");
            assertThat(desk.out().resolve(DATE)).doesNotExist();

            desk.set("shelftally.coverage.lines-identified", "0");

            assertThat(desk.night(DATE, "--wait", "5s").code()).isZero();
            assertThat(desk.published(DATE).items().values())
                    .hasSize(12)
                    .allMatch(row -> "NOT_COMPARABLE".equals(row.get("verdict")));
            assertThat(desk.published(DATE).scans().values()).allMatch(row -> "0".equals(row.get("seen_count")));
            assertThat(desk.published(DATE).breaks()).isEmpty();
        }
    }

    @Test
    void onlyWhereNothingIsAskedThatTellsWhatWasSeenANightMayKnowNothingOfIt() {
        WorldText world = new WorldText();
        for (int scan = 1; scan <= 10; scan++) {
            world.scan(scan, "'report': {'OOS': ['" + A + "']}");
        }
        try (Sandbox sandbox = world.start()) {
            Desk desk = desk(sandbox, 10);

            InProcess.Ended ended = desk.night(DATE, "--wait", "5s", "--allow-empty");

            assertThat(ended.code()).isEqualTo(69);
            assertThat(ended.err()).contains("none of the 10 reports that were read tells what was seen");

            desk.set("shelftally.pensa.report-types", "OOS");

            assertThat(desk.night(DATE, "--wait", "5s", "--allow-empty").code()).isZero();
            assertThat(desk.published(DATE).items().values())
                    .hasSize(10)
                    .allMatch(row -> "OOS_REPORTED".equals(row.get("verdict")));
        }
    }

    private static long calls(Sandbox sandbox) {
        return sandbox.journal().entries().stream()
                .filter(call -> call.path().endsWith("reports-on-demand"))
                .filter(call -> !call.ids().contains("7"))
                .map(JournalEntry::ids)
                .count();
    }

    private Desk desk(Sandbox sandbox, int scans) {
        List<String> lines = new ArrayList<>(List.of("scan_id"));
        for (int scan = 1; scan <= scans; scan++) {
            lines.add(Integer.toString(scan));
        }
        return new Desk(home).facing(sandbox).captures("capture_id,scan_id").scans(lines.toArray(String[]::new));
    }
}
