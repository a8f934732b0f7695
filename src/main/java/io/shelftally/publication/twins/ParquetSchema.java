package io.shelftally.publication.twins;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** A dataset's columns in Parquet's words: an empty cell is null, and a column that never has one is required. */
final class ParquetSchema {

    private ParquetSchema() {}

    static MessageType of(Dataset<?> dataset) {
        return new MessageType(
                dataset.name(),
                dataset.columns().stream().map(ParquetSchema::field).toList());
    }

    private static Type field(Column<?> column) {
        Repetition repetition = column.required() ? Repetition.REQUIRED : Repetition.OPTIONAL;
        return switch (column.type()) {
            case TEXT ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(stringType())
                        .named(column.name());
            case INTEGER -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case BOOLEAN ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
            case DATE ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(dateType())
                        .named(column.name());
            case INSTANT ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(timestampType(true, TimeUnit.MICROS))
                        .named(column.name());
        };
    }
}
