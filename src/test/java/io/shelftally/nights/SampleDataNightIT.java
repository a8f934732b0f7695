package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.publication.twins.DuckDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The night of jobs/demo, whole: the files of sample-data/expected are what it must publish. After a change that is meant,
 * run jobs/demo with an empty var/demo, read the difference, and copy the files.
 */
class SampleDataNightIT {

    private static final Path SAMPLE = Path.of("sample-data");
    private static final String DATE = "2026-11-21";

    @TempDir
    private Path home;

    @Test
    void theSampleNightPublishesTheExpectedFilesAndNothingNewASecondTime() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(WorldSource.folder(SAMPLE.resolve("world"))))) {
            Desk desk = new Desk(home).unhurried().facing(sandbox);
            desk.set("shelftally.closient.per-day", "115").set("shelftally.poll.first", "200ms");

            int first = night(desk, "20s").code();
            List<String> published = contents(desk);
            int callsOfTheFirst = sandbox.journal().entries().size();
            int second = night(desk, "2s").code();

            assertThat(List.of(first, second)).containsOnly(0);
            List<String> expected = contentsOf(SAMPLE.resolve("expected"));
            for (int i = 0; i < expected.size(); i++) {
                assertThat(published.get(i)).isEqualTo(expected.get(i));
            }
            assertThat(contents(desk)).isEqualTo(published);
            assertThat(desk.out().resolve(".versions").resolve(DATE).resolve("2"))
                    .doesNotExist();
            assertThat(settledAgain(sandbox, callsOfTheFirst)).isEmpty();
            assertThat(desk.run("verify", desk.out().resolve(DATE).toString()).out())
                    .contains("is sound: version 1 of 2026-11-21, 12 files");
            assertThat(differingRows(desk.out().resolve(DATE))).containsExactly("85 0");
        }
    }

    /** How many rows the Parquet file has, and how many of them the CSV file has not, but for its guard against formulas. */
    private static List<String> differingRows(Path folder) throws Exception {
        return DuckDb.rows("""
                CREATE TABLE csv AS FROM 'DIR/reconciled_items.parquet' LIMIT 0;
                COPY csv FROM 'DIR/reconciled_items.csv' (HEADER);
                SELECT (SELECT count(*) FROM 'DIR/reconciled_items.parquet'),
                       (SELECT count(*) FROM (FROM 'DIR/reconciled_items.parquet' EXCEPT
                               SELECT * REPLACE (
                                   ltrim(product_name, '''') AS product_name,
                                   ltrim(brand, '''') AS brand,
                                   ltrim(manufacturer, '''') AS manufacturer,
                                   ltrim(closient_product_name, '''') AS closient_product_name)
                               FROM csv))
                """.replace("DIR", folder.toString()));
    }

    private static InProcess.Ended night(Desk desk, String wait) {
        return desk.night(
                DATE,
                "--captures",
                SAMPLE.resolve("captures.csv").toString(),
                "--scans",
                SAMPLE.resolve("scans.csv").toString(),
                "--wait",
                wait,
                "--parquet",
                "--xlsx");
    }

    private static List<String> contents(Desk desk) throws Exception {
        return contentsOf(desk.out().resolve(DATE));
    }

    private static List<String> contentsOf(Path folder) throws Exception {
        List<String> contents = new ArrayList<>();
        for (String name : Published.CSV) {
            contents.add(name + "\n" + Files.readString(folder.resolve(name)));
        }
        contents.add(tables(folder.resolve("datapackage.json")));
        return contents;
    }

    /** The descriptor without the twins of CSV files. */
    private static String tables(Path descriptor) throws Exception {
        ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(descriptor));
        List<JsonNode> tables = document.path("resources")
                .valueStream()
                .filter(resource -> resource.has("schema"))
                .toList();
        document.putArray("resources").addAll(tables);
        return document.toPrettyString();
    }

    /** Captures that were called about in the second run: the quota is spent, so there are none. */
    private static List<String> settledAgain(Sandbox sandbox, int from) {
        return sandbox.journal().entries().stream()
                .skip(from)
                .map(entry -> entry.path())
                .filter(path -> path.contains("/captures/"))
                .toList();
    }
}
