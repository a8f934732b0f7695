package io.shelftally.base.packing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipException;

/**
 * Packs bytes as a frame of Zstandard (RFC 8878), or as gzip (RFC 1952) on a machine where that library cannot be loaded. Either is
 * unpacked, and anything else is an {@link IOException}: what was cut off or changed is never taken for what was packed.
 */
public final class Packing {

    private Packing() {}

    public static byte[] pack(byte[] bytes) throws IOException {
        return Zstandard.isThere() ? Zstandard.pack(bytes) : Gzip.pack(bytes);
    }

    /** As {@link #pack} does, piece by piece; closing it ends the pack, and the stream below. */
    public static OutputStream packing(OutputStream out) throws IOException {
        return Zstandard.isThere() ? Zstandard.packing(out) : Gzip.packing(out);
    }

    public static byte[] unpack(byte[] packed) throws IOException {
        if (Zstandard.isOne(packed)) {
            return Zstandard.unpack(packed);
        }
        return Gzip.unpack(required(packed));
    }

    /** As {@link #unpack} does, piece by piece. */
    public static InputStream unpacking(byte[] packed) throws IOException {
        return Zstandard.isOne(packed)
                ? Zstandard.unpacking(new ByteArrayInputStream(packed))
                : Gzip.unpacking(new ByteArrayInputStream(required(packed)));
    }

    private static byte[] required(byte[] packed) throws ZipException {
        if (!Gzip.isOne(packed)) {
            throw new ZipException("it is packed in no way that is known");
        }
        return packed;
    }
}
