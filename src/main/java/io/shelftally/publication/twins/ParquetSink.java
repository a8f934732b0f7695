package io.shelftally.publication.twins;

import io.shelftally.publication.export.ExportException;
import io.shelftally.publication.export.HashedOutput;
import io.shelftally.publication.results.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes Apache Parquet: gzip, which every reader has, and groups of rows small enough for a modest heap. The bytes are a
 * function of the rows and of the library's version.
 */
final class ParquetSink<R> implements TwinSink<R> {

    private static final long ROW_GROUP_BYTES = 16L << 20;

    private final Path path;
    private final HashedOutput out;
    private final ParquetWriter<R> writer;

    ParquetSink(Dataset<R> dataset, Path path) {
        this.path = path;
        this.out = new HashedOutput(path);
        try {
            this.writer = new ParquetRows.Builder<>(dataset, out)
                    .withConf(new PlainParquetConfiguration())
                    .withCodecFactory(new GzipCodec())
                    .withCompressionCodec(CompressionCodecName.GZIP)
                    .withRowGroupSize(ROW_GROUP_BYTES)
                    .build();
        } catch (IOException e) {
            throw ExportException.cannot("write", path, e);
        }
    }

    @Override
    public void write(R row) {
        try {
            writer.write(row);
        } catch (IOException e) {
            throw ExportException.cannot("write", path, e);
        }
    }

    @Override
    public void close() {
        try (out) {
            writer.close();
        } catch (IOException e) {
            throw ExportException.cannot("write", path, e);
        }
    }

    @Override
    public TwinFile file() {
        return new TwinFile(path.getFileName().toString(), out.bytes(), out.sha256());
    }
}
