package io.shelftally.base.packing;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import com.github.luben.zstd.util.Native;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Zstandard, whose library is native code that the system must be willing to load from the folder for temporary files. */
final class Zstandard {

    private static final Logger LOG = LoggerFactory.getLogger(Zstandard.class);

    private static final int LEVEL = 1;

    /** Bytes that one packed byte can stand for at the most: a block of 128 KiB that is one byte over and over takes four. */
    private static final long MOST_PACKED = 1 << 15;

    private static final int BUFFER_BYTES = 1 << 15;

    private static final byte[] MAGIC = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

    private static final String REMEDY =
            "name a folder that it can be loaded from by -DZstdTempFolder=DIR in shelftally.java.opts";

    private static final boolean IS_THERE = load();

    /** Making one takes a tenth as long as packing an answer; there are as many as ever packed at once. */
    private static final Queue<ZstdCompressCtx> IDLE = new ConcurrentLinkedQueue<>();

    private Zstandard() {}

    private static boolean load() {
        try {
            Native.load();
            return true;
        } catch (LinkageError | RuntimeException e) {
            LOG.warn(
                    "answers are packed by gzip, which takes more time and room: zstd's library cannot be loaded; {} ({})",
                    REMEDY,
                    e.getMessage());
            return false;
        }
    }

    static boolean isThere() {
        return IS_THERE;
    }

    static boolean isOne(byte[] packed) {
        return packed.length > MAGIC.length
                && packed[0] == MAGIC[0]
                && packed[1] == MAGIC[1]
                && packed[2] == MAGIC[2]
                && packed[3] == MAGIC[3];
    }

    static byte[] pack(byte[] bytes) {
        ZstdCompressCtx idle = IDLE.poll();
        ZstdCompressCtx context =
                idle == null ? new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true) : idle;
        byte[] packed = context.compress(bytes);
        IDLE.add(context);
        return packed;
    }

    static OutputStream packing(OutputStream out) throws IOException {
        return new BufferedOutputStream(new ZstdOutputStream(out, LEVEL).setChecksum(true), BUFFER_BYTES);
    }

    static byte[] unpack(byte[] packed) throws IOException {
        requireThere();
        long length = Zstd.getFrameContentSize(packed);
        if (length < 0 || length > Math.min(MOST_PACKED * packed.length, Integer.MAX_VALUE - 8)) {
            throw new ZipException("it is cut off");
        }
        byte[] bytes = new byte[(int) length];
        try {
            if (Zstd.decompress(bytes, packed) != length) {
                throw new ZipException("it is not what was stored");
            }
        } catch (ZstdException e) {
            throw new IOException(e);
        }
        return bytes;
    }

    static InputStream unpacking(InputStream packed) throws IOException {
        requireThere();
        return new ZstdInputStream(packed);
    }

    private static void requireThere() throws IOException {
        if (!IS_THERE) {
            throw new IOException("it was packed by zstd, whose library cannot be loaded on this machine; " + REMEDY);
        }
    }
}
