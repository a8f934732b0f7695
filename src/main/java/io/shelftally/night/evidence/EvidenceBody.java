package io.shelftally.night.evidence;

import io.shelftally.base.digest.Sha256;
import io.shelftally.base.packing.Packing;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The bytes of one vendor answer, packed, named by the SHA-256 of what came. */
public final class EvidenceBody {

    private final String sha256;
    private final long length;
    private final byte[] packed;

    private EvidenceBody(String sha256, long length, byte[] packed) {
        this.sha256 = sha256;
        this.length = length;
        this.packed = packed;
    }

    public static EvidenceBody of(byte[] body) {
        try {
            return new EvidenceBody(Sha256.hex(body), body.length, Packing.pack(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the bytes as they came, 64 hex digits. */
    public String sha256() {
        return sha256;
    }

    /** Of the bytes as they came. */
    long length() {
        return length;
    }

    byte[] packed() {
        return packed;
    }

    /** The bytes as they came. */
    static byte[] unpacked(byte[] packed) {
        try {
            return Packing.unpack(packed);
        } catch (IOException e) {
            throw new UncheckedIOException("stored evidence cannot be unpacked: " + e.getMessage(), e);
        }
    }
}
