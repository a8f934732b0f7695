package io.shelftally.publication.twins;

import io.shelftally.publication.export.HashedOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Lets Parquet write to a file that is hashed; the file is closed by its owner. */
final class ParquetFile implements OutputFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private final HashedOutput out;

    ParquetFile(HashedOutput out) {
        this.out = out;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return new Positioned(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private static final class Positioned extends PositionOutputStream {

        private final BufferedOutputStream buffer;
        private long position;

        Positioned(HashedOutput out) {
            this.buffer = new BufferedOutputStream(out, BUFFER_BYTES);
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int single) throws IOException {
            buffer.write(single);
            position++;
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            buffer.write(source, offset, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            buffer.flush();
        }

        @Override
        public void close() throws IOException {
            buffer.flush();
        }
    }
}
