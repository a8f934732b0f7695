package io.shelftally.publication.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way to PostgreSQL in the binary form of its COPY, which it need not parse: a length before each cell, -1 for
 * null. A cell has the type of its column: Integer is INTEGER, Long is BIGINT, an array of longs is BIGINT ARRAY.
 */
final class CopiedRows {

    /** The end of a statement whose rows these are. */
    static final String FROM_STDIN = " FROM STDIN (FORMAT binary)";

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int NULL = -1;

    /** Its signature, no flags, and no extension. */
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final short TRAILER = -1;

    private static final int ONE_DIMENSION = 1;
    private static final int NO_NULLS = 0;
    private static final int OF_BIGINT = 20;
    private static final int FROM_ONE = 1;

    private ByteBuffer bytes = ByteBuffer.allocate(2 * BUFFER_BYTES);

    /**
     * Sends all rows within the caller's transaction.
     *
     * @param sql ends with {@link #FROM_STDIN}
     * @param cells writes a row
     */
    static <R> void copy(Connection connection, String sql, List<R> rows, BiConsumer<R, CopiedRows> cells)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            CopiedRows copied = new CopiedRows();
            copied.begin();
            for (R row : rows) {
                cells.accept(row, copied);
                if (copied.isLong()) {
                    copied.sendTo(copy);
                }
            }
            copied.end();
            copied.sendTo(copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    void begin() {
        room(HEADER.length).put(HEADER);
    }

    void end() {
        room(Short.BYTES).putShort(TRAILER);
    }

    /** Begins a row of so many cells. */
    void row(int cells) {
        room(Short.BYTES).putShort((short) cells);
    }

    void cell(@Nullable Object cell) {
        if (cell == null) {
            room(Integer.BYTES).putInt(NULL);
        } else if (cell instanceof Long number) {
            cellOf(Long.BYTES).putLong(number);
        } else if (cell instanceof Integer number) {
            cellOf(Integer.BYTES).putInt(number);
        } else if (cell instanceof Boolean flag) {
            cellOf(Byte.BYTES).put((byte) (flag ? 1 : 0));
        } else if (cell instanceof UUID id) {
            cellOf(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        } else if (cell instanceof long[] numbers) {
            cellOf(5 * Integer.BYTES + numbers.length * (Integer.BYTES + Long.BYTES))
                    .putInt(ONE_DIMENSION)
                    .putInt(NO_NULLS)
                    .putInt(OF_BIGINT)
                    .putInt(numbers.length)
                    .putInt(FROM_ONE);
            for (long number : numbers) {
                bytes.putInt(Long.BYTES).putLong(number);
            }
        } else if (cell instanceof String text) {
            byte[] encoded = text.getBytes(UTF_8);
            cellOf(encoded.length).put(encoded);
        } else {
            throw new IllegalArgumentException("no cell is a " + cell.getClass().getName());
        }
    }

    boolean isLong() {
        return bytes.position() >= BUFFER_BYTES;
    }

    void sendTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    private ByteBuffer cellOf(int length) {
        return room(Integer.BYTES + length).putInt(length);
    }

    private ByteBuffer room(int more) {
        if (more > bytes.remaining()) {
            int needed = bytes.position() + more;
            bytes = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), needed)).put(bytes.flip());
        }
        return bytes;
    }
}
