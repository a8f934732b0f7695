package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A hundred nights, recorded and then derived again when both vendors are gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {

    private static final int NIGHTS = 100;

    private Desk desk;
    private RecordedNights nights;

    @BeforeAll
    void recordTheNights(@TempDir Path directory) throws Exception {
        desk = new Desk(directory).set("spring.datasource.url", "jdbc:h2:file:" + directory.resolve("database"));
        nights = new RecordedNights(desk, NIGHTS);
        nights.record();
    }

    @Test
    void aHundredNightsComeOutByteForByteAndNoSocketIsOpened() throws Exception {
        ChildProcess child = desk.elsewhere(
                ReplaysWithoutNetwork.class,
                "-Djava.nio.channels.spi.SelectorProvider=" + NoSockets.class.getName(),
                nights.dates());

        assertThat(child.exitCode()).as(child.err()).isZero();
        assertThat(child.err().lines().filter(line -> line.startsWith("replayed ")))
                .containsExactlyElementsOf(nights.dates().stream()
                        .map(date -> "replayed " + date + " same bytes")
                        .toList());
        assertThat(child.err()).contains("sockets opened: 0, and 2 of 2 by one who tries");
    }

    @Test
    void aReplayLeavesNoTrace() throws IOException {
        List<String> before = everything();

        InProcess.Ended ended = desk.run("replay", "--date", nights.dates().get(7));

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("reconciled_items.csv").contains("the same bytes as published");
        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(desk.out())) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
