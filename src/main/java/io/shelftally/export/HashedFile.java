package io.shelftally.export;

import io.shelftally.failpoint.Failpoint;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A new UTF-8 file that is counted and hashed as it is written, so that no second read is needed. Once closed it is on
 * the disk, not only in memory. Trouble is an {@link ExportException}.
 */
public final class HashedFile extends Writer {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final FileOutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int buffered;
    private long bytes;
    private String sha256 = "";

    public HashedFile(Path path) {
        this.path = path;
        try {
            this.out = new FileOutputStream(path.toFile());
        } catch (IOException e) {
            throw ExportException.cannot("create", path, e);
        }
        Failpoint.FILE_OPENED.hit();
    }

    @Override
    public void write(String text) {
        byte[] encoded = Utf8Text.encode(text);
        if (encoded.length > BUFFER_BYTES - buffered) {
            flush();
        }
        if (encoded.length > BUFFER_BYTES) {
            put(encoded, encoded.length);
            return;
        }
        System.arraycopy(encoded, 0, buffer, buffered, encoded.length);
        buffered += encoded.length;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        write(new String(chars, offset, length));
    }

    @Override
    public void flush() {
        put(buffer, buffered);
        buffered = 0;
    }

    private void put(byte[] source, int length) {
        try {
            out.write(source, 0, length);
        } catch (IOException e) {
            throw ExportException.cannot("write", path, e);
        }
        digest.update(source, 0, length);
        bytes += length;
    }

    @Override
    public void close() {
        if (!sha256.isEmpty()) {
            return;
        }
        try (out) {
            flush();
            Failpoint.FILE_WRITTEN.hit();
            out.getFD().sync();
            Failpoint.FILE_SYNCED.hit();
        } catch (IOException e) {
            throw ExportException.cannot("write", path, e);
        }
        sha256 = Sha256.hex(digest);
    }

    public long bytes() {
        return bytes;
    }

    /** 64 hex digits; empty until the file is closed. */
    public String sha256() {
        return sha256;
    }
}
