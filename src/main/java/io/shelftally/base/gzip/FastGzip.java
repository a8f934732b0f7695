package io.shelftally.base.gzip;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip at the level that takes the least time. */
public final class FastGzip extends GZIPOutputStream {

    private static final int BUFFER_BYTES = 8192;

    public FastGzip(OutputStream out) throws IOException {
        super(out, BUFFER_BYTES);
        def.setLevel(Deflater.BEST_SPEED);
    }
}
