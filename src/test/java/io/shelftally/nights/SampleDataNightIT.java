package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.ColumnType;
import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.twins.DuckDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
                    .contains("is sound: version 1 of 2026-11-21, 17 files");
            for (Dataset<?> dataset : Datasets.ALL) {
                assertThat(cells(desk.out().resolve(DATE), dataset, "parquet"))
                        .as(dataset.name())
                        .isNotEmpty()
                        .isEqualTo(cells(desk.out().resolve(DATE), dataset, "csv"));
            }
        }
    }

    /** All rows of a file in its order, by the types that the Parquet file has; a CSV's texts without their guard against formulas. */
    private static List<String> cells(Path folder, Dataset<?> dataset, String format) throws Exception {
        String typed = "CREATE TABLE rows AS FROM '%1$s/%2$s.parquet' LIMIT 0; COPY rows FROM '%1$s/%2$s.%3$s'%4$s;";
        return DuckDb.rows(String.format(
                Locale.ROOT,
                typed + "SELECT %5$s FROM rows ORDER BY rowid",
                folder,
                dataset.name(),
                format,
                format.equals("csv") ? " (HEADER)" : "",
                dataset.columns().stream().map(SampleDataNightIT::unguarded).collect(Collectors.joining(", "))));
    }

    private static String unguarded(Column<?> column) {
        String name = '"' + column.name() + '"';
        return column.type() == ColumnType.TEXT ? "ltrim(" + name + ", '''')" : name;
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
