package io.shelftally.calls.http;

import java.io.IOException;
import java.io.InputStream;

/** A body as it is sent, which fails beyond a length; closing it does nothing, for that would read it to its end. */
final class BoundedBody extends InputStream {

    private final InputStream content;
    private long left;

    BoundedBody(InputStream content, long longest) {
        this.content = content;
        this.left = longest;
    }

    @Override
    public int read() throws IOException {
        int read = content.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = content.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new TooLargeException();
        }
    }
}
