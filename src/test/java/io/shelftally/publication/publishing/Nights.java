package io.shelftally.publication.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.base.digest.Sha256;
import io.shelftally.publication.export.CsvSink;
import io.shelftally.publication.export.Samples;
import io.shelftally.publication.report.SampleNight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Publishes small nights, and looks at what was published as a reader would. */
final class Nights {
    static final LocalDate DATE = SampleNight.DATE;

    private Nights() {}

    static Publication publish(Publisher publisher, LocalDate date, String name) {
        return publish(publisher, date, name, publication -> {});
    }

    /** @param name stands in the one row of the night, so that another name is another night's evidence */
    static Publication publish(Publisher publisher, LocalDate date, String name, Consumer<Publication> beforeLink) {
        try (Staging staging = publisher.open(date, true)) {
            write(staging, name);
            return staging.commit(List.of(Samples.CHILD_TO_PARENT), () -> SampleNight.night(date), beforeLink);
        }
    }

    static void write(Staging staging, String name) {
        try (CsvSink<Samples.Parent> scans = staging.csv(Samples.PARENTS)) {
            scans.write(new Samples.Parent(7, "REPORTED", null, null, null));
        }
        try (CsvSink<Samples.Child> items = staging.csv(Samples.CHILDREN)) {
            items.write(new Samples.Child(7, "00012000004568", name));
        }
    }

    /** The name in the one row of the version behind a link, which must be whole. */
    static String readWhole(Path link) {
        try {
            Path directory = link.toRealPath();
            String checksums = Files.readString(directory.resolve("SHA256SUMS"));
            assertThat(directory.resolve("_SUCCESS")).hasContent(Sha256.ofFile(directory.resolve("SHA256SUMS")) + "\n");
            for (Map.Entry<String, String> file : Checksums.parse(checksums).entrySet()) {
                assertThat(Sha256.ofFile(directory.resolve(file.getKey())))
                        .as(file.getKey())
                        .isEqualTo(file.getValue());
            }
            String row = Files.readAllLines(directory.resolve("reconciled_items.csv"))
                    .get(1);
            return row.substring(row.lastIndexOf(',') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in a directory, sorted. */
    static List<String> names(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
