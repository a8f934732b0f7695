package io.shelftally.operations.keeping;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The number of rows and a check sum of what they hold, whatever their order. */
final class RowSum {

    private static final byte[] NULL = {0};
    private static final byte[] VALUE = {1};

    private final CRC32C crc = new CRC32C();
    private long rows;
    private long sum;

    void add(List<@Nullable Object> cells) {
        crc.reset();
        cells.forEach(this::update);
        sum += crc.getValue();
        rows++;
    }

    private void update(@Nullable Object cell) {
        if (cell == null) {
            crc.update(NULL);
        } else {
            crc.update(VALUE);
            crc.update(cell instanceof byte[] bytes ? bytes : cell.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    long rows() {
        return rows;
    }

    long sum() {
        return sum;
    }

    boolean isSame(RowSum other) {
        return rows == other.rows && sum == other.sum;
    }
}
