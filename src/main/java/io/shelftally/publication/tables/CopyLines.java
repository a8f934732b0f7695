package io.shelftally.publication.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shelftally.base.text.StoredText;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way to PostgreSQL in the text form of its COPY: tabs between cells, a backslash before what means something,
 * {@code \N} for null.
 */
final class CopyLines {

    private static final int BUFFER_BYTES = 1 << 16;

    private byte[] bytes = new byte[256];
    private int length;

    /** A whole row: its first cell, and the others as they were encoded before. */
    void row(String first, byte[] others) {
        add(first);
        add((byte) '\t');
        makeRoom(others.length);
        System.arraycopy(others, 0, bytes, length, others.length);
        length += others.length;
        bytes[length - 1] = '\n';
    }

    void cell(@Nullable String text) {
        if (text == null) {
            add((byte) '\\');
            add((byte) 'N');
        } else {
            add(text);
        }
        add((byte) '\t');
    }

    /** Each followed by a tab. */
    byte[] toCells() {
        return Arrays.copyOf(bytes, length);
    }

    boolean isLong() {
        return length >= BUFFER_BYTES;
    }

    void sendTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }

    private void add(String text) {
        int end = text.length();
        makeRoom(end);
        int at = length;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '\\') {
                addEscaped(text);
                return;
            }
            bytes[at++] = (byte) c;
        }
        length = at;
    }

    private void addEscaped(String text) {
        for (byte one : StoredText.of(text).getBytes(UTF_8)) {
            switch (one) {
                case '\\', '\t' -> addEscaped(one);
                case '\n' -> addEscaped((byte) 'n');
                case '\r' -> addEscaped((byte) 'r');
                default -> add(one);
            }
        }
    }

    private void addEscaped(byte one) {
        add((byte) '\\');
        add(one);
    }

    private void add(byte one) {
        makeRoom(1);
        bytes[length++] = one;
    }

    private void makeRoom(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
