package io.shelftally.publication.export;

import java.io.Writer;
import java.nio.file.Path;

/** A new UTF-8 file that is counted and hashed as it is written. Trouble is an {@link ExportException}. */
public final class HashedFile extends Writer {
    private static final int BUFFER_BYTES = 1 << 16;

    private final HashedOutput out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int buffered;

    public HashedFile(Path path) {
        this(new HashedOutput(path));
    }

    private HashedFile(HashedOutput out) {
        this.out = out;
    }

    /** A file that is counted and hashed and kept nowhere. */
    public static HashedFile keptNowhere() {
        return new HashedFile(HashedOutput.keptNowhere());
    }

    @Override
    public void write(String text) {
        byte[] encoded = Utf8Text.encode(text);
        write(encoded, 0, encoded.length);
    }

    /** Of UTF-8. */
    void write(byte[] encoded, int offset, int length) {
        if (length > BUFFER_BYTES - buffered) {
            flush();
        }
        if (length > BUFFER_BYTES) {
            out.write(encoded, offset, length);
            return;
        }
        System.arraycopy(encoded, offset, buffer, buffered, length);
        buffered += length;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        write(new String(chars, offset, length));
    }

    @Override
    public void flush() {
        out.write(buffer, 0, buffered);
        buffered = 0;
    }

    /** Forces the file to the disk. */
    @Override
    public void close() {
        try (out) {
            flush();
        }
    }

    public long bytes() {
        return out.bytes();
    }

    /** 64 hex digits; empty until the file is closed. */
    public String sha256() {
        return out.sha256();
    }
}
