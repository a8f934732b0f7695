package io.shelftally.night.evidence;

import io.shelftally.base.digest.Sha256;
import io.shelftally.base.gzip.FastGzip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** The bytes of one vendor answer, compressed, named by the SHA-256 of what came. */
public final class EvidenceBody {

    /** What Java writes before and behind the packed bytes (RFC 1952): no names, a checksum, the length. */
    private static final int HEADER = 10;

    private static final int TRAILER = 8;

    /** Bytes that one packed byte can stand for at the most. */
    private static final long MOST_PACKED = 1032;

    private final String sha256;
    private final long length;
    private final byte[] gzip;

    private EvidenceBody(String sha256, long length, byte[] gzip) {
        this.sha256 = sha256;
        this.length = length;
        this.gzip = gzip;
    }

    public static EvidenceBody of(byte[] body) {
        return new EvidenceBody(Sha256.hex(body), body.length, compress(body));
    }

    /** Of the uncompressed bytes, 64 hex digits. */
    public String sha256() {
        return sha256;
    }

    /** Of the uncompressed bytes. */
    long length() {
        return length;
    }

    byte[] gzip() {
        return gzip;
    }

    /** The bytes as they came. Unpacked at once and not as a stream, which takes half as long again. */
    static byte[] decompress(byte[] gzip) {
        Inflater inflater = new Inflater(true);
        try {
            byte[] body = new byte[length(gzip)];
            inflater.setInput(gzip, HEADER, gzip.length - HEADER - TRAILER);
            int length = inflater.inflate(body);
            if (length < body.length || checksum(body) != intAt(gzip, gzip.length - TRAILER)) {
                throw broken(new ZipException("it is not what was stored"));
            }
            return body;
        } catch (DataFormatException e) {
            throw broken(new IOException(e));
        } finally {
            inflater.end();
        }
    }

    private static UncheckedIOException broken(IOException cause) {
        return new UncheckedIOException("stored evidence cannot be decompressed", cause);
    }

    private static int checksum(byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return (int) sum.getValue();
    }

    /** Of the uncompressed bytes, which the trailer ends with. */
    private static int length(byte[] gzip) {
        int length = gzip.length < HEADER + TRAILER ? -1 : intAt(gzip, gzip.length - Integer.BYTES);
        if (length < 0 || length > MOST_PACKED * gzip.length) {
            throw broken(new ZipException("it is cut off"));
        }
        return length;
    }

    private static int intAt(byte[] gzip, int at) {
        return ByteBuffer.wrap(gzip).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private static byte[] compress(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2 + 64);
        try (FastGzip gzip = new FastGzip(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
