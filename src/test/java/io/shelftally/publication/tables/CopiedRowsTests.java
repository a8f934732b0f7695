package io.shelftally.publication.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What PostgreSQL makes of them is seen by the tests of its tables. */
class CopiedRowsTests {

    private final CopiedRows rows = new CopiedRows();

    @Test
    void eachCellHasItsLengthBeforeIt() {
        rows.cell("ä");
        rows.cell(true);
        rows.cell(7);
        rows.cell(8L);
        rows.cell(new UUID(9, 10));
        rows.cell(null);

        ByteBuffer bytes = ByteBuffer.wrap(rows.toCells());
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
        assertThat(bytes.getInt()).isEqualTo(-1);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void rowsStandBetweenAHeaderAndATrailer() {
        rows.begin();
        rows.row(5, 1, new byte[] {-1, -1, -1, -1});
        rows.end();

        ByteBuffer bytes = ByteBuffer.wrap(rows.toCells());
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
}
