package io.shelftally.calls.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.apache.hc.core5.http.HttpEntity;

/**
 * Reads bodies into memory, bounded as sent and as unpacked. A short one is read at once; of the long ones only so many are
 * held at a time as fit into an eighth of the heap, at least one: else the calls in flight together could fill it.
 */
final class Bodies {

    private static final int SHORT = 1 << 18;
    private static final int USUAL = 1 << 13;
    private static final int SHARE_OF_HEAP = 8;

    /** The right of one call to have a long body in memory, asked for when it turns out to be long. */
    final class Hold implements AutoCloseable {

        private boolean isLong;

        private void takeLong() throws InterruptedException {
            longOnes.acquire();
            isLong = true;
        }

        @Override
        public void close() {
            if (isLong) {
                longOnes.release();
            }
        }
    }

    private final int longest;
    private final Semaphore longOnes;

    /** @param longest bytes of a body */
    Bodies(int longest) {
        this.longest = longest;
        long fitting = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / longest;
        this.longOnes = new Semaphore((int) Math.max(1, Math.min(fitting, Integer.MAX_VALUE)));
    }

    /** To be closed when what was read is needed no more. */
    Hold hold() {
        return new Hold();
    }

    byte[] read(HttpEntity entity, HttpHeaders headers, Hold hold) throws IOException, InterruptedException {
        if (entity.getContentLength() > longest) {
            throw new TooLargeException();
        }
        InputStream sent = new BoundedBody(entity.getContent(), longest);
        byte[] body = unpacked(Unpacking.of(sent, headers), expected(entity), hold);
        if (sent.read() >= 0) {
            sent.transferTo(OutputStream.nullOutputStream());
        }
        return body;
    }

    /** The bytes that a short body is said to have, or a usual number where it does not say. */
    private static int expected(HttpEntity entity) {
        long length = entity.getContentLength();
        return length > 0 && length < SHORT ? (int) length : USUAL;
    }

    private byte[] unpacked(InputStream content, int expected, Hold hold) throws IOException, InterruptedException {
        byte[] start = start(content, expected);
        if (start.length < SHORT && start.length < longest) {
            return start;
        }
        hold.takeLong();
        return joined(start, content);
    }

    /** The body, or as much of it as counts as short. One that is as long as it says is read into its place at once. */
    private byte[] start(InputStream content, int expected) throws IOException {
        byte[] first = new byte[Math.min(expected, longest)];
        int length = content.readNBytes(first, 0, first.length);
        if (length < first.length) {
            return Arrays.copyOf(first, length);
        }
        int next = length < expected ? -1 : content.read();
        if (next < 0) {
            return first;
        }
        ByteArrayOutputStream start = new ByteArrayOutputStream(2 * first.length);
        start.write(first);
        start.write(next);
        start.write(content.readNBytes(Math.min(SHORT, longest) - start.size()));
        return start.toByteArray();
    }

    private byte[] joined(byte[] start, InputStream content) throws IOException {
        InputStream bounded = new BoundedBody(content, longest - start.length);
        ByteArrayOutputStream body = new ByteArrayOutputStream(2 * start.length);
        body.write(start);
        bounded.transferTo(body);
        return body.toByteArray();
    }
}
