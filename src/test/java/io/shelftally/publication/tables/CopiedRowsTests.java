package io.shelftally.publication.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.copy.CopyIn;

/** What PostgreSQL makes of them is seen by the tests of its tables. */
class CopiedRowsTests {

    private final CopiedRows rows = new CopiedRows();

    @Test
    void eachCellHasItsLengthBeforeIt() throws SQLException {
        rows.cell("ä");
        rows.cell(true);
        rows.cell(7);
        rows.cell(8L);
        rows.cell(new UUID(9, 10));
        rows.cell(new long[] {11, 12});
        rows.cell(null);

        ByteBuffer bytes = ByteBuffer.wrap(sent());
        assertThat(bytes.getInt()).isEqualTo(2);
        assertThat(bytes.getShort()).isEqualTo((short) 0xC3A4);
        assertThat(bytes.getInt()).isEqualTo(1);
        assertThat(bytes.get()).isEqualTo((byte) 1);
        assertThat(bytes.getInt()).isEqualTo(4);
        assertThat(bytes.getInt()).isEqualTo(7);
        assertThat(bytes.getInt()).isEqualTo(8);
        assertThat(bytes.getLong()).isEqualTo(8);
        assertThat(bytes.getInt()).isEqualTo(16);
        assertThat(bytes.getLong()).isEqualTo(9);
        assertThat(bytes.getLong()).isEqualTo(10);
        assertThat(bytes.getInt()).isEqualTo(5 * 4 + 2 * 12);
        assertThat(IntStream.generate(bytes::getInt).limit(5)).containsExactly(1, 0, 20, 2, 1);
        assertThat(bytes.getInt()).isEqualTo(8);
        assertThat(bytes.getLong()).isEqualTo(11);
        assertThat(bytes.getInt()).isEqualTo(8);
        assertThat(bytes.getLong()).isEqualTo(12);
        assertThat(bytes.getInt()).isEqualTo(-1);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void rowsStandBetweenAHeaderAndATrailer() throws SQLException {
        rows.begin();
        rows.row(2);
        rows.cell(5L);
        rows.cell(null);
        rows.end();

        ByteBuffer bytes = ByteBuffer.wrap(sent());
        byte[] signature = new byte[11];
        bytes.get(signature);
        assertThat(signature).isEqualTo("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(bytes.getLong()).isZero();
        assertThat(bytes.getShort()).isEqualTo((short) 2);
        assertThat(bytes.getInt()).isEqualTo(8);
        assertThat(bytes.getLong()).isEqualTo(5);
        assertThat(bytes.getInt()).isEqualTo(-1);
        assertThat(bytes.getShort()).isEqualTo((short) -1);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void aCellOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> rows.cell(LocalDate.EPOCH)).hasMessageContaining("java.time.LocalDate");
    }

    private byte[] sent() throws SQLException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        CopyIn copy = (CopyIn) Proxy.newProxyInstance(
                CopyIn.class.getClassLoader(), new Class<?>[] {CopyIn.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("writeToCopy");
                    sent.write((byte[]) arguments[0], (int) arguments[1], (int) arguments[2]);
                    return null;
                });
        rows.sendTo(copy);
        return sent.toByteArray();
    }
}
