#!/usr/bin/env bash
# opencsv's CSVReader makes one row of three that its own CSVWriter has written: a backslash is an escape to the one alone.
#
# Versions: com.opencsv:opencsv 5.12.0.
# One would expect that the reader and the writer of one library, each as its constructor makes it, understand each other;
# the file is right by RFC 4180, in which a backslash means nothing.
# A backslash within a field is lost. One at the end of a field hides the quote that ends it, and the field goes on over line
# ends to the next such place. The row has as many fields as it should, so nothing tells of it. With RFC4180Parser the
# reader gives all rows back.
#
# Seen on 2026-11-28:
#   written: 5 rows
#   CSVReader: 3 rows
#     1|PS4 pad|Games
#     2|Rope 6",Home(line end)3,Nails,Home(line end)4,Rope 8"|Home
#     5|Glue|Home
#   CSVReader with RFC4180Parser: 5 rows
#     1|PS\4 pad|Games
#     2|Rope 6\|Home
#     3|Nails|Home
#     4|Rope 8\|Home
#     5|Glue|Home

. "$(dirname -- "$0")/.lib"

jars com.opencsv:opencsv:5.12.0

java_source <<'EOJ' | as_seen
import com.opencsv.*;
import java.io.*;
import java.util.List;

class Finding {

    static final List<String[]> ROWS = List.of(
            new String[] {"1", "PS\\4 pad", "Games"},
            new String[] {"2", "Rope 6\\", "Home"},
            new String[] {"3", "Nails", "Home"},
            new String[] {"4", "Rope 8\\", "Home"},
            new String[] {"5", "Glue", "Home"});

    public static void main(String[] args) throws Exception {
        StringWriter file = new StringWriter();
        try (CSVWriter writer = new CSVWriter(file)) {
            writer.writeAll(ROWS);
        }
        System.out.println("written: " + ROWS.size() + " rows");
        show("CSVReader", new CSVReader(new StringReader(file.toString())));
        show("CSVReader with RFC4180Parser", new CSVReaderBuilder(new StringReader(file.toString()))
                .withCSVParser(new RFC4180Parser())
                .build());
    }

    static void show(String what, CSVReader reader) throws Exception {
        List<String[]> rows = reader.readAll();
        System.out.println(what + ": " + rows.size() + " rows");
        rows.forEach(row -> System.out.println("  " + String.join("|", row).replace("\n", "(line end)")));
    }
}
EOJ
