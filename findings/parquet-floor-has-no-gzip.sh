#!/usr/bin/env bash
# parquet-floor reads every common kind of Parquet file but gzip, the one that needs no library beside Java's own.
#
# Versions: blue.strategic.parquet:parquet-floor 2.3, org.duckdb:duckdb_jdbc 2.0.0.1 to write the files.
# One would expect that gzip is the safest choice: it is in every version of the format, and Java has it.
# Snappy, Zstandard and LZ4 are there, by libraries that it brings. For gzip Apache's parquet-java asks Hadoop, of which
# parquet-floor has a few classes, without the method that is called: a NoSuchMethodError, an Error and no exception. It is the
# same when such a file is written, unless a CompressionCodecFactory of one's own is set.
#
# Seen on 2026-11-28:
#   uncompressed: gtin=00012000042737
#   snappy: gtin=00012000042737
#   zstd: gtin=00012000042737
#   lz4_raw: gtin=00012000042737
#   gzip: NoSuchMethodError

. "$(dirname -- "$0")/.lib"

jars blue.strategic.parquet:parquet-floor:2.3 org.duckdb:duckdb_jdbc:2.0.0.1

java_source <<'EOJ' | as_seen
import blue.strategic.parquet.ParquetReader;
import java.io.File;
import java.sql.*;
import java.util.List;
import java.util.stream.*;

class Finding {

    public static void main(String[] args) throws Exception {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            for (String codec : List.of("uncompressed", "snappy", "zstd", "lz4_raw", "gzip")) {
                File file = new File(codec + ".parquet");
                statement.execute("COPY (SELECT '00012000042737' AS gtin) TO '" + file + "' (FORMAT parquet, COMPRESSION " + codec + ")");
                System.out.println(codec + ": " + read(file));
            }
        }
    }

    static String read(File file) throws Exception {
        try (Stream<String[]> rows = ParquetReader.streamContentToStrings(file)) {
            return rows.map(row -> String.join(", ", row)).collect(Collectors.joining("; "));
        } catch (LinkageError e) {
            return e.getClass().getSimpleName();
        }
    }
}
EOJ
