package io.shelftally.publication.twins;

import io.shelftally.base.text.StoredText;
import io.shelftally.publication.export.HashedOutput;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands the cells of a row to Parquet, each as {@link ParquetSchema} types it. Two methods that the library deprecates for
 * those without Hadoop must be there all the same.
 */
@SuppressWarnings("deprecation")
final class ParquetRows<R> extends WriteSupport<R> {

    private final Dataset<R> dataset;
    private final List<Column<R>> columns;
    private Optional<RecordConsumer> consumer = Optional.empty();

    ParquetRows(Dataset<R> dataset) {
        this.dataset = dataset;
        this.columns = dataset.columns();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(ParquetSchema.of(dataset), Map.of());
    }

    /** Hadoop is not here: the other method is asked. */
    @Override
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepareForWrite(RecordConsumer opened) {
        consumer = Optional.of(opened);
    }

    @Override
    public void write(R row) {
        RecordConsumer cells = consumer.orElseThrow();
        cells.startMessage();
        for (int at = 0; at < columns.size(); at++) {
            Column<R> column = columns.get(at);
            Object value = column.value().apply(row);
            if (!isEmpty(value)) {
                cells.startField(column.name(), at);
                add(cells, column, value);
                cells.endField(column.name(), at);
            }
        }
        cells.endMessage();
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("");
    }

    private void add(RecordConsumer cells, Column<R> column, Object value) {
        switch (column.type()) {
            case TEXT -> cells.addBinary(Binary.fromString(StoredText.of((String) value)));
            case INTEGER -> cells.addLong(((Number) value).longValue());
            case BOOLEAN -> cells.addBoolean((Boolean) value);
            case DATE -> cells.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case INSTANT -> cells.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
        }
    }

    /** Makes the writer of such rows. */
    static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {

        private final ParquetRows<R> rows;

        Builder(Dataset<R> dataset, HashedOutput out) {
            super(new ParquetFile(out));
            this.rows = new ParquetRows<>(dataset);
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
            return rows;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(Configuration configuration) {
            return rows;
        }
    }
}
