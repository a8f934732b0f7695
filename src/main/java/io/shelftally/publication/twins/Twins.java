package io.shelftally.publication.twins;

import io.shelftally.publication.results.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The twins of one dataset, written together, in the order of its key. Trouble is an ExportException. */
public final class Twins<R> implements AutoCloseable {

    private final List<TwinSink<R>> sinks = new ArrayList<>();

    private Twins() {}

    /** Takes rows, and writes nothing. */
    public static <R> Twins<R> none() {
        return new Twins<>();
    }

    /**
     * Creates the files.
     *
     * @param directory of the files
     * @param work for what is needed while they are written, on the same file system
     */
    public Twins(Dataset<R> dataset, Set<Twin> formats, Path directory, Path work) {
        try {
            for (Twin format : formats.stream().sorted().toList()) {
                Path file = directory.resolve(format.fileName(dataset));
                sinks.add(
                        switch (format) {
                            case PARQUET -> new ParquetSink<>(dataset, file);
                            case XLSX -> new XlsxSink<>(dataset, file, work.resolve("xlsx"));
                        });
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    public void write(R row) {
        for (TwinSink<R> sink : sinks) {
            sink.write(row);
        }
    }

    @Override
    public void close() {
        sinks.forEach(TwinSink::close);
    }

    /** Once they are closed. */
    public List<TwinFile> files() {
        return sinks.stream().map(TwinSink::file).toList();
    }
}
