package io.shelftally.operations.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.publication.export.ExportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DueTimesTests {

    private static final Instant DUE = Instant.parse("2026-11-24T00:30:00Z");

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsThereForTheNextProcess() throws IOException {
        try (DueTimes times = DueTimes.open(file())) {
            assertThat(times.of(plan("30 0 * * *"))).isEmpty();
            times.keep(plan("30 0 * * *"), DUE);
        }

        try (DueTimes times = DueTimes.open(file())) {
            assertThat(times.of(plan("30 0 * * *"))).contains(DUE);
            assertThat(times.of(plan("31 0 * * *"))).as("other times").isEmpty();
        }
        assertThat(Files.readString(file()))
                .endsWith("nightly.due=2026-11-24T00:30:00Z\nnightly.times=0 30 0 * * * Z\n");
    }

    @Test
    void aSecondProcessIsToldThatOneIsEnough() {
        try (DueTimes times = DueTimes.open(file())) {
            assertThatThrownBy(() -> DueTimes.open(file()))
                    .isInstanceOf(ScheduledElsewhereException.class)
                    .hasMessage("another process is at it already: it has " + file() + ", and one is enough");
            assertThat(times.of(plan("30 0 * * *"))).isEmpty();
        }
    }

    @Test
    void aFileThatWasEditedToNoTimeCountsAsNone() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "nightly.due=yesterday\nnightly.times=0 30 0 * * * Z\n");

        try (DueTimes times = DueTimes.open(file())) {
            assertThat(times.of(plan("30 0 * * *"))).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
        Files.writeString(folder.resolve("data"), "no folder");

        assertThatThrownBy(() -> DueTimes.open(file()))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith("cannot use " + file());
    }

    private Path file() {
        return folder.resolve("data/shelftally.schedule");
    }

    private static JobPlan plan(String times) {
        return Plans.of(new ScheduleSettings(times, null, null, null, null, null, null, 1), ZoneOffset.UTC)
                .get(0);
    }
}
