package io.shelftally.base.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** Gzip as Java writes it, at the level that takes the least time. */
final class Gzip {

    /** What Java writes before and behind the packed bytes (RFC 1952): no names, a checksum, the length. */
    private static final int HEADER = 10;

    private static final int TRAILER = 8;

    /** Bytes that one packed byte can stand for at the most. */
    private static final long MOST_PACKED = 1032;

    private static final int BUFFER_BYTES = 8192;

    private Gzip() {}

    static boolean isOne(byte[] packed) {
        return packed.length >= HEADER + TRAILER && packed[0] == 0x1F && packed[1] == (byte) 0x8B;
    }

    static byte[] pack(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (OutputStream packing = packing(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    static OutputStream packing(OutputStream out) throws IOException {
        return new GZIPOutputStream(out, BUFFER_BYTES) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
    }

    static InputStream unpacking(InputStream packed) throws IOException {
        return new GZIPInputStream(packed, BUFFER_BYTES);
    }

    /** At once and not as a stream, which takes half as long again. */
    static byte[] unpack(byte[] gzip) throws ZipException {
        Inflater inflater = new Inflater(true);
        try {
            byte[] bytes = new byte[length(gzip)];
            inflater.setInput(gzip, HEADER, gzip.length - HEADER - TRAILER);
            int length = inflater.inflate(bytes);
            if (length < bytes.length || checksum(bytes) != intAt(gzip, gzip.length - TRAILER)) {
                throw new ZipException("it is not what was stored");
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    /** Of the unpacked bytes, which the trailer ends with. */
    private static int length(byte[] gzip) throws ZipException {
        int length = intAt(gzip, gzip.length - Integer.BYTES);
        if (length < 0 || length > MOST_PACKED * gzip.length) {
            throw new ZipException("it is cut off");
        }
        return length;
    }

    private static int intAt(byte[] gzip, int at) {
        return ByteBuffer.wrap(gzip).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
