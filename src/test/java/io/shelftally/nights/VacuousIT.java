package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.http.HostileAnswers;
import io.shelftally.calls.http.HostileAnswers.Script;
import io.shelftally.operations.cli.InProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vendors that answer, and say nothing: no such night is published, and the next start of it is. */
class VacuousIT {

    private static final String DATE = "2026-11-02";
    private static final int EACH = 12;

    /**
     * Vendors of one kind.
     *
     * @param read of the n-th capture; {@code good} for the usual one
     * @param statuses of the n-th scan, which is asked about alone; likewise
     * @param report likewise
     */
    private record Case(
            String name,
            int code,
            String part,
            LongFunction<String> read,
            LongFunction<String> statuses,
            LongFunction<String> report) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String GOOD = "good";
    private static final LongFunction<String> WELL = always(GOOD);

    @TempDir
    private Path home;

    static Stream<Case> cases() {
        String lists = "{\"data\":{\"ITEMS_SEEN\":{\"report\":{\"product_list\":[]}},"
                + "\"OOS\":{\"report\":{\"product_list\":[]}}}}";
        return Stream.of(
                of("every key refused", 77, "Closient", status(401), WELL, WELL),
                of("every token refused", 77, "token", WELL, status(401), WELL),
                of("every capture forbidden", 77, "Closient", status(403), WELL, WELL),
                of("every status forbidden", 77, "Pensa", WELL, status(403), WELL),
                of("every call forbidden", 77, "403", status(403), status(403), status(403)),
                of("every body empty", 69, "0 of 12 captures", always(""), always(""), always("")),
                of("every capture empty", 69, "0 of 12 captures", always("{}"), WELL, WELL),
                of("every list of statuses empty", 69, "0 of 12 scans", WELL, always("{\"data\":[]}"), WELL),
                of("every list of products empty", 69, "ITEMS_SEEN", WELL, WELL, always(lists)),
                of("most ids missing", 69, "5 of 12 scans", WELL, id -> id % 12 < 5 ? GOOD : "{\"data\":[]}", WELL),
                of("another tenant's statuses", 69, "0 of 12 scans", WELL, VacuousIT::otherStatuses, WELL),
                of("another tenant's reports", 69, "not asked", WELL, WELL, VacuousIT::otherReport),
                of("every capture cut short", 69, "0 of 12 captures", always("{\"status\":"), WELL, WELL),
                of("every status cut short", 69, "0 of 12 scans", WELL, always("{\"data\":[{"), WELL),
                of("a page for everything", 69, "0 of 12", always("<html>"), always("<html>"), always("<html>")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aNightOfWhichNothingIsKnownIsNotPublishedUntilItIs(Case one) throws IOException {
        Desk desk = desk();
        try (HostileVendor vendor = vendor(one)) {
            Captured<InProcess.Ended> ended =
                    Captured.of(() -> desk.facing(vendor.address()).night(DATE, "--wait", "300ms"));

            assertThat(ended.value().code()).as(ended.value().err()).isEqualTo(one.code());
            assertThat(ended.value().err()).contains(one.part()).doesNotContain("\tat ");
            assertThat(ended.err()).doesNotContain("\tat ");
            assertThat(desk.out().resolve(DATE)).doesNotExist();
        }
        try (HostileVendor well = new HostileVendor()) {
            InProcess.Ended again = desk.facing(well.address()).night(DATE, "--wait", "5s");

            assertThat(again.code()).as(again.err()).isZero();
            assertThat(desk.published(DATE).captures().values())
                    .hasSize(EACH)
                    .allMatch(row -> "RECONCILED".equals(row.get("outcome")));
        }
    }

    /** A definite answer is one, also if it is no for every item (exports contract, section 3). */
    @Test
    void capturesThatAllAreOfUnknownProductsAreANight() throws IOException {
        Case one = of("", 0, "", id -> HostileVendor.capture("NOT_FOUND", ""), WELL, WELL);
        try (HostileVendor vendor = vendor(one)) {
            Desk desk = desk().facing(vendor.address());

            assertThat(desk.night(DATE, "--wait", "300ms").code()).isZero();

            assertThat(desk.published(DATE).captures().values())
                    .hasSize(EACH)
                    .allMatch(row -> "NOT_FOUND".equals(row.get("status")));
        }
    }

    /** A list of products is not empty because none of them can be read; but such a night says nothing either. */
    @Test
    void reportsWhoseProductsAllLackAnIdentifierAreNoNight() throws IOException {
        String list = "{'data':{'ITEM_SEEN':{'report':{'product_list':[{'product':'tea'}]}}}}".replace('\'', '"');
        Case one = of("", 0, "", WELL, WELL, always(list));
        try (HostileVendor vendor = vendor(one)) {
            Desk desk = desk().facing(vendor.address());

            InProcess.Ended ended = desk.night(DATE, "--wait", "300ms");

            assertThat(ended.code()).as(ended.err()).isEqualTo(69);
            assertThat(ended.err()).contains("0 of 12 lines").doesNotContain("is empty");
        }
    }

    @Test
    void answersThatNobodyAskedForAreRefusedAndCounted() throws IOException {
        Case half = of("", 0, "", WELL, id -> id % 2 == 0 ? GOOD : otherStatuses(id), WELL);
        try (HostileVendor vendor = vendor(half)) {
            Desk desk = desk().facing(vendor.address());

            assertThat(desk.night(DATE, "--wait", "300ms").code()).isZero();

            assertThat(desk.published(DATE).scans()).hasSize(EACH);
            assertThat(desk.published(DATE).quarantine().values())
                    .hasSize(EACH / 2)
                    .allMatch(row -> "UNASKED_ANSWER".equals(row.get("code")));
            assertThat(desk.published(DATE).text("summary.json").replaceAll("\\s", ""))
                    .contains("\"UNASKED_ANSWER\":" + EACH / 2);
        }
    }

    private Desk desk() {
        List<String> captures = new ArrayList<>(List.of("capture_id,scan_id"));
        List<String> scans = new ArrayList<>(List.of("scan_id"));
        LongStream.rangeClosed(1, EACH).forEach(id -> {
            captures.add(capture(id) + "," + id);
            scans.add(Long.toString(id));
        });
        return new Desk(home)
                .set("shelftally.pensa.status-batch", "1")
                .captures(captures.toArray(String[]::new))
                .scans(scans.toArray(String[]::new));
    }

    private static HostileVendor vendor(Case one) {
        HostileVendor vendor = new HostileVendor();
        for (long id = 1; id <= EACH; id++) {
            script(vendor, "read " + capture(id), one.read().apply(id));
            script(vendor, "statuses " + id, one.statuses().apply(id));
            script(vendor, "report " + id, one.report().apply(id));
        }
        return vendor;
    }

    private static void script(HostileVendor vendor, String call, String answer) {
        if (!answer.equals(GOOD)) {
            Script script = answer.startsWith("HTTP/")
                    ? HostileAnswers.raw(answer + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                    : HostileAnswers.json(answer);
            vendor.on(call, script);
        }
    }

    private static Case of(
            String name,
            int code,
            String part,
            LongFunction<String> read,
            LongFunction<String> statuses,
            LongFunction<String> report) {
        return new Case(name, code, part, read, statuses, report);
    }

    private static LongFunction<String> status(int status) {
        return always("HTTP/1.1 " + status + " x");
    }

    private static LongFunction<String> always(String answer) {
        return id -> answer;
    }

    private static String otherStatuses(long id) {
        return HostileVendor.statuses(Long.toString(9000 + id), "COMPLETE", "");
    }

    private static String otherReport(long id) {
        String report = "{\"scan_id\":" + (9000 + id) + ",\"report\":{\"product_list\":[]}}";
        return "{\"data\":{\"ITEMS_SEEN\":" + report + ",\"OOS\":" + report + "}}";
    }

    private static String capture(long id) {
        return Ids.id("v" + id);
    }
}
