package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.postgresql.PostgresqlServer;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.proof.sandbox.endpoints.Limits;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import io.shelftally.proof.sandbox.seeded.SeededWorld;
import io.shelftally.proof.sandbox.world.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How PostgreSQL plans what a night asks of tables that nights before have filled: the server itself explains each statement. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class PlansIT {

    private static final String DATE = "2026-11-21";
    private static final SeededOptions WORLD = new SeededOptions(3, 40, 10, 20, 25);

    private static final List<String> EXPLAIN = List.of(
            "fsync=off",
            "session_preload_libraries=auto_explain",
            "auto_explain.log_min_duration=0",
            "log_line_prefix=@@%a@",
            "jit=off");

    /** Those that grow with each night. */
    private static final Set<String> LARGE = Set.of(
            "break_row",
            "capture_item",
            "capture_row",
            "evidence",
            "evidence_body",
            "product_text",
            "quarantine_row",
            "reconciled_item_row",
            "reconciled_block",
            "scan_guid",
            "scan_item",
            "scan_row");

    private static final Pattern ENTRY =
            Pattern.compile("@@([^@]*)@LOG:  duration: [^\\n]*plan:\\n\\tQuery Text: ((?:.*\\n(?:\\t.*\\n)*))");
    private static final Pattern SEQUENTIAL = Pattern.compile("Seq Scan on (\\w+?)(?:_\\d+|_before)?[ \\n]");
    private static final Pattern INDEX =
            Pattern.compile("(?:Index (?:Only )?Scan (?:Backward )?using|Bitmap Index Scan on) (\\w+)");

    /** Statement by statement, its plans. */
    private final Map<String, Set<String>> plans = new TreeMap<>();

    private JdbcTemplate jdbc = new JdbcTemplate();

    @BeforeAll
    void runNights(@TempDir Path home) throws IOException, InterruptedException {
        PostgresqlServer server = PostgresqlServer.start(EXPLAIN);
        jdbc = new JdbcTemplate(new DriverManagerDataSource(server.url("postgres") + "&ApplicationName=test"));
        new SeededWorld(WORLD, Catalogue.load()).writeLists(Files.createDirectories(home));
        SandboxOptions options =
                SandboxOptions.of(WorldSource.seed(WORLD)).withLimits(Limits.DOCUMENTED.withRates(0, 0));
        try (Sandbox sandbox = Sandbox.start(options)) {
            Desk desk = new Desk(home).facing(sandbox).set("spring.datasource.url", server.url("postgres"));
            assertThat(desk.run("migrate").code()).isZero();
            jdbc.execute(Files.readString(Path.of("src/test/resources/io/shelftally/nights/filled-nights.sql")));
            jdbc.execute("VACUUM ANALYZE");
            int before = server.log().length();
            assertThat(desk.night(DATE, "--wait", "1s").code()).isZero();
            assertThat(desk.night("2026-11-22", "--wait", "1s").code()).isZero();
            assertThat(desk.run("rerun", "--date", DATE, "--failed", "--wait", "1s")
                            .code())
                    .isIn(0, 66);
            runByWorker(desk);
            assertThat(desk.run("replay", "--date", DATE).code()).isZero();
            assertThat(desk.run("explain", "--capture", captureOf(desk)).code()).isZero();
            assertThat(desk.run("show", "last").code()).isZero();
            read(server.log().substring(before));
        }
    }

    /** Its statements are others where it derives. */
    private static void runByWorker(Desk desk) throws InterruptedException {
        try (ChildProcess worker = desk.runElsewhere("work")) {
            assertThat(worker.awaitLine(line -> line.contains("waits for a run")))
                    .isTrue();
            assertThat(desk.night("2026-11-23", "--wait", "1s").code()).isZero();
            worker.terminate();
            assertThat(worker.exitCode()).as(worker.err()).isZero();
        }
    }

    private void read(String log) {
        for (MatchResult entry : ENTRY.matcher(log).results().toList()) {
            if (!entry.group(1).equals("test")) {
                String[] parts = entry.group(2).split("\\n(?=\\t[A-Z][A-Za-z ]+ (?:on|using)?.*\\(cost=)", 2);
                if (parts.length == 2) {
                    String statement = parts[0].replaceFirst("(?s)\\n\tQuery Parameters:.*", "")
                            .replaceAll("\\s+", " ")
                            .strip();
                    plans.computeIfAbsent(statement, unseen -> new TreeSet<>()).add(parts[1]);
                }
            }
        }
    }

    @Test
    void noStatementReadsAllOfALargeTableToFindAFewOfItsRows() {
        Map<String, Set<String>> whole = new TreeMap<>();
        plans.forEach((statement, all) -> {
            Set<String> tables = found(SEQUENTIAL, all);
            tables.retainAll(LARGE);
            if (!tables.isEmpty()) {
                whole.put(statement, tables);
            }
        });

        assertThat(whole)
                .as("make an index, or word the statement so that one is used")
                .isEmpty();
    }

    @Test
    void theStatementsOfANightByWorkersAreAmongThem() {
        assertThat(plans.keySet())
                .anyMatch(statement -> statement.contains("ROW_NUMBER() OVER (ORDER BY scan_id)"))
                .anyMatch(statement -> statement.startsWith("INSERT INTO share_page"))
                .anyMatch(statement -> statement.contains("FROM share_sighting"))
                .anyMatch(statement -> statement.contains("gtin = ANY"));
    }

    @Test
    void noIndexIsKeptThatNoStatementUses() {
        Set<String> used = new TreeSet<>();
        plans.values().forEach(all -> used.addAll(found(INDEX, all)));

        List<String> indexes = LARGE.stream()
                .flatMap(table -> jdbc
                        .queryForList(
                                "SELECT CAST(indexrelid::regclass AS VARCHAR) FROM pg_index"
                                        + " WHERE indrelid = to_regclass(?) AND NOT indisunique",
                                String.class,
                                table)
                        .stream())
                .toList();
        assertThat(indexes).hasSizeGreaterThan(5);
        assertThat(used).as("remove those that nothing uses").containsAll(indexes);
    }

    private static String captureOf(Desk desk) {
        return desk.published(DATE).captures().keySet().iterator().next();
    }

    private static Set<String> found(Pattern pattern, Set<String> plans) {
        return plans.stream()
                .flatMap(plan -> pattern.matcher(plan).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
