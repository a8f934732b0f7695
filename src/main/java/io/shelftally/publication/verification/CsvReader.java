package io.shelftally.publication.verification;

import io.shelftally.base.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads CSV only as exports are written (docs/data-dictionary.md): RFC 4180, each record ended by CRLF, UTF-8. It is
 * stricter than the reader of work lists, which forgives what people's tools do. It counts and hashes the bytes as it goes.
 */
final class CsvReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_RECORD = 1 << 26;

    private final InputStream in;
    private final MessageDigest digest = Sha256.digest();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private int at;
    private long bytes;
    private long line = 1;
    private long firstLine = 1;
    private byte[] record = new byte[1024];
    private int length;
    private int fieldStart;
    private boolean needlessQuotes;

    CsvReader(InputStream in) {
        this.in = in;
    }

    /** The cells of the next record; empty at the end of the file. */
    List<String> next() throws IOException, CsvFault {
        firstLine = line;
        length = 0;
        needlessQuotes = false;
        List<String> cells = new ArrayList<>();
        int c = read();
        if (c < 0) {
            return cells;
        }
        c = field(c, cells);
        while (c == ',') {
            c = field(read(), cells);
        }
        if (read() != '\n') {
            throw new CsvFault(line, "a carriage return stands alone outside quotes");
        }
        line++;
        return cells;
    }

    /** The first line of the latest record, from 1. */
    long firstLine() {
        return firstLine;
    }

    /** Whether the latest record has quotes around a cell that needs none. */
    boolean hasNeedlessQuotes() {
        return needlessQuotes;
    }

    /** Reads what is left, for the count and the hash. */
    void drain() throws IOException {
        while (fill()) {
            at = filled;
        }
    }

    /** Of all that was read. */
    long bytes() {
        return bytes;
    }

    /** Of all that was read; to be asked once, at the end. */
    String sha256() {
        return Sha256.hex(digest);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int field(int first, List<String> cells) throws IOException, CsvFault {
        fieldStart = length;
        int end = first == '"' ? quoted() : plain(first);
        cells.add(cell());
        return end;
    }

    /** The byte that ended the cell: a comma or a carriage return. */
    private int plain(int first) throws IOException, CsvFault {
        int c = first;
        while (c != ',' && c != '\r') {
            switch (c) {
                case -1 -> throw new CsvFault(line, "the file ends within a row: its end is cut off");
                case '\n' -> throw new CsvFault(line, "the line ends with LF alone, not with CRLF");
                case '"' -> throw new CsvFault(line, "a quote stands inside a cell that is not quoted");
                default -> put(c);
            }
            c = read();
        }
        return c;
    }

    private int quoted() throws IOException, CsvFault {
        long opened = line;
        boolean needed = false;
        while (true) {
            int c = read();
            if (c < 0) {
                throw new CsvFault(opened, "a quote opens here and never closes");
            }
            if (c == '"') {
                c = read();
                if (c != '"') {
                    needlessQuotes |= !needed;
                    return closed(c, opened);
                }
            }
            needed |= c == '"' || c == ',' || c == '\r' || c == '\n';
            line += c == '\n' ? 1 : 0;
            put(c);
        }
    }

    private static int closed(int c, long opened) throws CsvFault {
        if (c != ',' && c != '\r') {
            throw new CsvFault(opened, "a quote opens here, and text follows where it closes");
        }
        return c;
    }

    private String cell() throws CsvFault {
        for (int i = fieldStart; i < length; i++) {
            if (record[i] < 0) {
                return decoded();
            }
        }
        return new String(record, fieldStart, length - fieldStart, StandardCharsets.ISO_8859_1);
    }

    private String decoded() throws CsvFault {
        try {
            return decoder.decode(ByteBuffer.wrap(record, fieldStart, length - fieldStart))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CsvFault(firstLine, "a cell is not UTF-8");
        }
    }

    private void put(int c) throws CsvFault {
        if (length == record.length) {
            if (length == LONGEST_RECORD) {
                throw new CsvFault(firstLine, "the row is longer than " + LONGEST_RECORD + " bytes");
            }
            record = Arrays.copyOf(record, 2 * length);
        }
        record[length++] = (byte) c;
    }

    private int read() throws IOException {
        return at < filled || fill() ? buffer[at++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer);
        at = 0;
        filled = Math.max(count, 0);
        bytes += filled;
        digest.update(buffer, 0, filled);
        return count > 0;
    }
}
