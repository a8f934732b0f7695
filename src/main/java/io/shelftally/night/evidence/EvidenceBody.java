package io.shelftally.night.evidence;

import io.shelftally.base.digest.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The bytes of one vendor answer, compressed, named by the SHA-256 of what came. */
public final class EvidenceBody {

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

    /** The bytes as they came. */
    static byte[] decompress(byte[] gzip) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip), 8192)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("stored evidence cannot be decompressed", e);
        }
    }

    private static byte[] compress(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2 + 64);
        try (GZIPOutputStream gzip = new FastGzip(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
