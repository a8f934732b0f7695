package io.shelftally.publication.export;

import io.shelftally.base.digest.Sha256;
import io.shelftally.base.failpoint.Failpoint;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A new file that is counted and hashed as it is written, so that no second read is needed. Not buffered. Once closed it is
 * on the disk, not only in memory. Trouble is an {@link ExportException}.
 */
public final class HashedOutput extends OutputStream {

    /** What is not on the disk yet is at most so much, so that the end of a long file is not waited for. */
    private static final int MOST_IN_MEMORY = 64 << 20;

    private final Path path;
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long bytes;
    private long forced;
    private String sha256 = "";

    public HashedOutput(Path path) {
        this(path, create(path));
        Failpoint.FILE_OPENED.hit();
    }

    private HashedOutput(Path path, OutputStream out) {
        this.path = path;
        this.out = out;
    }

    static HashedOutput keptNowhere() {
        return new HashedOutput(Path.of(""), OutputStream.nullOutputStream());
    }

    private static OutputStream create(Path path) {
        try {
            return new FileOutputStream(path.toFile());
        } catch (IOException e) {
            throw ExportException.cannot("create", path, e);
        }
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        try {
            out.write(source, offset, length);
            bytes += length;
            if (bytes - forced >= MOST_IN_MEMORY) {
                force();
            }
        } catch (IOException e) {
            throw ExportException.cannot("write", path, e);
        }
        digest.update(source, offset, length);
    }

    private void force() throws IOException {
        if (out instanceof FileOutputStream file) {
            file.getFD().sync();
        }
        forced = bytes;
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        if (!sha256.isEmpty()) {
            return;
        }
        try (out) {
            Failpoint.FILE_WRITTEN.hit();
            force();
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
