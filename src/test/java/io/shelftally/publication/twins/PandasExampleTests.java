package io.shelftally.publication.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python of docs/analysts.md, run where the machine has the version of pandas that it is told for. */
class PandasExampleTests {

    private static final Pattern EXAMPLE = Pattern.compile("```python\n(.*?)```\n\n```\n(.*?)```\n", Pattern.DOTALL);

    @TempDir
    Path folder;

    @BeforeEach
    void pandasIsHere() throws Exception {
        Tool.PANDAS.assumeVersion("1.5", folder);
    }

    @Test
    void itPrintsWhatThePageSays() throws Exception {
        Path latest = Files.createDirectories(folder.resolve("var/demo/out/latest"));
        try (Stream<Path> files = Files.list(Path.of("sample-data", "expected"))) {
            for (Path file : files.toList()) {
                Files.copy(file, latest.resolve(file.getFileName()));
            }
        }

        String printed = Tool.PANDAS.python(example().group(1), folder);

        assertThat(printed).isEqualTo(example().group(2));
    }

    @Test
    void itsLoaderKeepsCodesIdsAndEmptyCells() throws Exception {
        Probe.write(folder);
        String loader = example().group(1).split("\nitems = ", 2)[0];

        String printed = Tool.PANDAS.python(loader + """

                for row in load(".", "probe").itertuples(index=False):
                    print(row[:7])
                print(len(load(".", "header")), load(".", "header").dtypes.to_dict()["facings"])
                """, folder);

        assertThat(printed).isEqualTo("""
                ('00012000042737', '01', 'NA', 9007199254740993, True, <NA>, Timestamp('2026-11-21 20:00:00.500000+0000', tz='UTC'))
                ('00000000000017', '02', <NA>, <NA>, <NA>, <NA>, Timestamp('2026-11-21 20:00:01+0000', tz='UTC'))
                0 Int64
                """);
    }

    private static MatchResult example() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("docs", "analysts.md")))
                .results()
                .findFirst()
                .orElseThrow();
    }
}
