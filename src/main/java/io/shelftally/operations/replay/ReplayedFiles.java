package io.shelftally.operations.replay;

import io.shelftally.publication.export.CsvFile;
import io.shelftally.publication.export.CsvSink;
import io.shelftally.publication.export.DataPackage;
import io.shelftally.publication.export.ExportException;
import io.shelftally.publication.export.ForeignKey;
import io.shelftally.publication.export.HashedFile;
import io.shelftally.publication.results.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a replay: counted and hashed, and kept only where a directory is given. */
final class ReplayedFiles {

    /**
     * One of them.
     *
     * @param rows the header left out; null for the descriptor
     * @param sha256 64 hex digits
     */
    record Replayed(String name, @Nullable Long rows, long bytes, String sha256) {}

    static final String DESCRIPTOR = "datapackage.json";

    private final Optional<Path> directory;
    private final boolean spreadsheetSafe;
    private final List<CsvSink<?>> sinks = new ArrayList<>();

    /** Makes the directory; throws {@link ExportException} if it holds anything. */
    ReplayedFiles(Optional<Path> directory, boolean spreadsheetSafe) {
        this.directory = directory;
        this.spreadsheetSafe = spreadsheetSafe;
        directory.ifPresent(ReplayedFiles::create);
    }

    <R> CsvSink<R> csv(Dataset<R> dataset) {
        CsvSink<R> sink = new CsvSink<>(dataset, file(dataset.name() + ".csv"), spreadsheetSafe);
        sinks.add(sink);
        return sink;
    }

    /** The CSV files, all closed by now, and the descriptor, which is written here. */
    List<Replayed> describe(LocalDate businessDate) {
        List<CsvFile> files = sinks.stream().<CsvFile>map(CsvSink::file).toList();
        HashedFile descriptor = file(DESCRIPTOR);
        try (descriptor) {
            descriptor.write(new DataPackage(files, ForeignKey.OF_A_NIGHT).json(businessDate, spreadsheetSafe));
        }
        return Stream.concat(
                        files.stream().map(file -> new Replayed(file.name(), file.rows(), file.bytes(), file.sha256())),
                        Stream.of(new Replayed(DESCRIPTOR, null, descriptor.bytes(), descriptor.sha256())))
                .toList();
    }

    private HashedFile file(String name) {
        return directory.map(path -> new HashedFile(path.resolve(name))).orElseGet(HashedFile::keptNowhere);
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
            try (Stream<Path> entries = Files.list(directory)) {
                if (entries.findAny().isPresent()) {
                    throw new ExportException(directory + " holds files already; choose an empty directory with --out");
                }
            }
        } catch (IOException e) {
            throw ExportException.cannot("create", directory, e);
        }
    }
}
