package io.shelftally.intake.rows;

import io.shelftally.base.text.ByteOrderMark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 text, one character at a time, without its byte order mark. Unlike a {@link java.io.InputStreamReader} it
 * hands on every character before a malformed byte, so that its reader knows the line of that byte.
 */
final class Utf8Text {

    private static final int BYTES = 1 << 14;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BYTES).limit(0);
    private boolean atStart = true;
    private boolean starved = true;
    private boolean noMoreBytes;
    private boolean malformed;
    private boolean ended;
    private final StringBuilder ahead = new StringBuilder();
    private int aheadRead;
    private @Nullable IOException trouble;

    Utf8Text(InputStream in) {
        this.in = in;
    }

    /**
     * The next UTF-16 unit, or -1 at the end.
     *
     * @throws MalformedInputException at the first byte that is not UTF-8
     */
    int read() throws IOException {
        return aheadRead < ahead.length() ? ahead.charAt(aheadRead++) : next();
    }

    /** A unit before it is read, counted from the start of the text; -1 behind its end, and where it cannot be read. */
    int peek(int position) {
        try {
            while (ahead.length() <= position) {
                int c = next();
                if (c < 0) {
                    return -1;
                }
                ahead.append((char) c);
            }
            return ahead.charAt(position);
        } catch (IOException e) {
            trouble = e;
            return -1;
        }
    }

    private int next() throws IOException {
        if (trouble != null) {
            throw trouble;
        }
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decode();
        }
        char c = chars.get();
        if (atStart && ByteOrderMark.is(c)) {
            atStart = false;
            return next();
        }
        atStart = false;
        return c;
    }

    private void decode() throws IOException {
        if (malformed) {
            throw new MalformedInputException(1);
        }
        if (starved) {
            fetch();
        }
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, noMoreBytes);
        chars.flip();
        malformed = result.isError();
        starved = result.isUnderflow();
        ended = starved && noMoreBytes;
    }

    private void fetch() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        noMoreBytes = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }
}
