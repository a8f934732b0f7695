package io.shelftally.publication.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cells of a CSV file as bytes, in RFC 4180's form: quotes only where they are needed, each followed by a comma. */
final class CsvLine {

    private byte[] bytes = new byte[1024];
    private int length;

    void clear() {
        length = 0;
    }

    /** @param text null and empty are both an empty cell */
    void cell(@Nullable String text) {
        if (text != null) {
            add(text);
        }
        add((byte) ',');
    }

    /** Cells that were written before. */
    void cells(byte[] encoded) {
        makeRoom(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    byte[] toCells() {
        return Arrays.copyOf(bytes, length);
    }

    /** Ends the line in place of its last comma, and writes it. */
    void endTo(HashedFile file) {
        end();
        file.write(bytes, 0, length);
    }

    /** The same. */
    void endTo(OutputStream out) throws IOException {
        end();
        out.write(bytes, 0, length);
    }

    private void end() {
        length--;
        add((byte) '\r');
        add((byte) '\n');
    }

    private void add(String text) {
        int end = text.length();
        makeRoom(end);
        int at = length;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (!isPlain(c)) {
                addQuoted(text);
                return;
            }
            bytes[at++] = (byte) c;
        }
        length = at;
    }

    /** What is one byte, and needs no quotes. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~' && c != '"' && c != ',';
    }

    private void addQuoted(String text) {
        boolean needsQuotes =
                text.indexOf('"') >= 0 || text.indexOf(',') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        cells(Utf8Text.encode(needsQuotes ? "\"" + text.replace("\"", "\"\"") + "\"" : text));
    }

    private void add(byte single) {
        makeRoom(1);
        bytes[length++] = single;
    }

    private void makeRoom(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
