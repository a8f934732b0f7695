package io.shelftally.nights;

import io.shelftally.database.TestDatabase;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.publication.tables.BreakRows;
import io.shelftally.publication.tables.GuardedTransactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Published nights as the database and the folder of a job hold them after many of them, made up from a seed: the kept figures
 * of each night, the scans and breaks of the latest, and links of dates with a report.
 */
final class MadeNights {

    static final LocalDate LATEST = LocalDate.of(2026, 11, 21);

    private static final List<String> PRODUCTS = List.of(
            "KRAFT Cheese",
            "Quaker Old Fashioned Oats 42Oz",
            "NABISCO CHIPS AHOY! Biscuits/Cookies",
            "STOUFFER'S Frozen Dinners & Entrees",
            "BIG K Soda");
    private static final List<String> SECTIONS = List.of("Dairy", "Cereal", "Cookies", "Frozen", "Soda");
    private static final List<Verdict> VERDICTS =
            List.of(Verdict.CAPTURED_NOT_SEEN, Verdict.OOS_DISPUTED, Verdict.REPORT_CONFLICT);
    private static final int SCANS_A_STORE = 40;
    private static final int EXPORT = 1;

    private final Random random = new Random(18);
    private final JdbcTemplate database;
    private final Path out;
    private final int nights;
    private final int stores;
    private final int breaks;

    /**
     * @param home of a desk whose database has its tables
     * @param breaks open ones of a store, on average
     */
    MadeNights(Path home, int nights, int stores, int breaks) {
        this.database = new JdbcTemplate(new DriverManagerDataSource(TestDatabase.url(home)));
        this.out = home.resolve("out");
        this.nights = nights;
        this.stores = stores;
        this.breaks = breaks;
    }

    /** With FOLDER NIGHTS STORES BREAKS: makes them there, and the site, and tells how large it is. */
    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]).toAbsolutePath();
        Desk desk = new Desk(home);
        desk.run("migrate");
        new MadeNights(home, Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3])).make();
        InProcess.Ended ended = desk.run("site", "--out", desk.out().toString());
        System.out.print(ended.out() + ended.err());
    }

    void make() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (int ago = nights - 1; ago >= 0; ago--) {
            LocalDate date = LATEST.minusDays(ago);
            figures(ago)
                    .forEach((kind, names) ->
                            names.forEach((name, counted) -> rows.add(new Object[] {date, kind, name, counted})));
            Path version = Files.createDirectories(out.resolve(".versions/" + date + "/1"));
            Files.writeString(version.resolve("report.html"), "<!DOCTYPE html><title>" + date + "</title>");
            Files.createSymbolicLink(out.resolve(date.toString()), Path.of(".versions", date.toString(), "1"));
        }
        database.batchUpdate("INSERT INTO night_count (business_date, kind, name, counted) VALUES (?, ?, ?, ?)", rows);
        database.update(
                "INSERT INTO export_version (export_id, business_date, state, published_date, version, out_dir, created_at)"
                        + " VALUES (?, ?, 'PUBLISHED', ?, 1, ?, CURRENT_TIMESTAMP)",
                EXPORT,
                LATEST,
                LATEST,
                out.toString());
        scans();
        breaks();
    }

    /** A slow fall of what is confirmed, weeks, and a bad night now and then. */
    private Map<String, Map<String, Long>> figures(int ago) {
        double season = Math.sin(ago / 58.0);
        boolean isBad = random.nextInt(40) == 0;
        long products = 180_000 + Math.round(20_000 * season) - (ago % 7 < 2 ? 30_000 : 0) + random.nextInt(4_000);
        long confirmed = Math.round(products * (0.46 + 0.00006 * ago - (isBad ? 0.08 : 0)));
        Map<String, Long> verdicts = new TreeMap<>(Map.of(
                "CONFIRMED", confirmed,
                "CAPTURED_NOT_SEEN", products / 24 + random.nextInt(500),
                "OOS_DISPUTED", products / 90 + random.nextInt(200),
                "REPORT_CONFLICT", products / 300 + random.nextInt(90),
                "OOS_REPORTED", products / 30 + random.nextInt(400),
                "NOT_COMPARABLE", products / 200 + random.nextInt(60),
                "EXPECTED_NOT_SEEN", products / 150 + random.nextInt(60)));
        verdicts.put(
                "SEEN_NOT_CAPTURED",
                products - verdicts.values().stream().mapToLong(Long::longValue).sum());
        long scans = (long) stores * SCANS_A_STORE;
        long reported = scans - scans / 30 - random.nextInt(90) - (isBad ? scans / 5 : 0);
        Map<String, Map<String, Long>> figures = new TreeMap<>(Map.of(
                "NIGHT", Map.of("VERSION", 1L),
                "VERDICT", verdicts,
                "SCAN", Map.of("REPORTED", reported, "IN_PROGRESS", scans - reported),
                "CAPTURE", Map.of("RECONCILED", 3_900L - (isBad ? 600 : 0), "IN_PROGRESS", 100L + random.nextInt(80)),
                "BREAKS",
                        Map.of(
                                "OPEN", (long) stores * breaks + Math.round(stores * 2 * season),
                                "OPENED", 100L + random.nextInt(90),
                                "CLOSED", 90L + random.nextInt(90)),
                "QUOTA", Map.of("USED", 7_000L + random.nextInt(2_500), "LIMIT", 10_000L),
                "CALLS", Map.of("closient", 7_000L, "pensa", 21_000L),
                "MILLIS",
                        Map.of(
                                "closient", 7_000L * (140 + random.nextInt(60) + (isBad ? 900 : 0)),
                                "pensa", 21_000L * (310 + random.nextInt(90)))));
        figures.put("TIMED", Map.of("closient", 7_000L, "pensa", 21_000L));
        figures.put("P50", Map.of("closient", 120L + ago % 23, "pensa", 250L + ago % 41));
        figures.put("P99", Map.of("closient", 600L + 7L * (ago % 31), "pensa", 2_100L + 9L * (ago % 53)));
        figures.put(
                "COVERAGE",
                Map.of(
                        "SCANS_ASKED",
                        scans,
                        "SCANS_ANSWERED",
                        reported,
                        "CAPTURES_ASKED",
                        4_000L,
                        "CAPTURES_ANSWERED",
                        3_960L + random.nextInt(40)));
        Map<String, Long> setAside = new TreeMap<>(Map.of("PRODUCT_WITHOUT_IDENTIFIER", 30L + random.nextInt(30)));
        if (isBad) {
            setAside.put("BAD_SCAN_ID", 5L + random.nextInt(40));
        }
        if (random.nextInt(5) == 0) {
            setAside.put("CONFLICTING_ROWS", 2L + random.nextInt(6));
        }
        figures.put("SET_ASIDE", setAside);
        return figures;
    }

    private void scans() {
        List<Object[]> rows = new ArrayList<>();
        for (int store = 1; store <= stores; store++) {
            for (int scan = 1; scan <= SCANS_A_STORE; scan++) {
                boolean isReported = random.nextInt(30) > 0;
                int captured = random.nextInt(20);
                rows.add(new Object[] {
                    EXPORT,
                    1000L * store + scan,
                    store(store),
                    isReported ? "REPORTED" : "IN_PROGRESS",
                    isReported ? captured : null,
                    isReported ? captured * 9 / 10 : null,
                    isReported ? captured / 12 : null
                });
            }
        }
        database.batchUpdate(
                "INSERT INTO scan_row (export_id, scan_id, store_id, outcome, captured_count, confirmed_count, break_count,"
                        + " nights_open) VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
                rows);
    }

    private void breaks() {
        List<Break> open = new ArrayList<>();
        for (int store = 1; store <= stores; store++) {
            for (int one = random.nextInt(2 * breaks + 1); one > 0; one--) {
                open.add(open(store(store), one));
            }
        }
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(database.getDataSource())));
        new BreakRows(database, new GuardedTransactions(transaction, () -> {})).insert(EXPORT, open);
    }

    private Break open(String store, int number) {
        int product = random.nextInt(PRODUCTS.size());
        int ago = Math.min(random.nextInt(4) > 0 ? random.nextInt(9) : random.nextInt(90), nights - 1);
        Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
        return new Break(
                store + "/" + SECTIONS.get(product),
                store,
                SECTIONS.get(product),
                new Gtin(String.format(Locale.ROOT, "%014d", 12_000_000_000L + 100L * number + product)),
                PRODUCTS.get(product),
                LATEST.minusDays(ago),
                LATEST,
                null,
                1 + ago,
                verdict,
                verdict,
                null);
    }

    private static String store(int number) {
        return String.format(Locale.ROOT, "%04d", number);
    }
}
