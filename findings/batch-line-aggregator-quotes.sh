#!/usr/bin/env bash
# Spring Batch's DelimitedLineAggregator puts quotes around a field and leaves those within it as they are.
#
# Versions: org.springframework.batch:spring-batch-infrastructure 6.0.4; read by de.siegmar:fastcsv 4.4.0.
# One would expect that setQuoteCharacter("\"") makes CSV that a reader of RFC 4180 gives back.
# A quote within a field is not doubled. A strict reader refuses the line, or, where a comma follows the quote, gives other
# fields than were written, and one more of them. Without a quote character nothing is quoted, not even a field with a comma.
#
# Seen on 2026-11-28:
#   no quote character: 1,Cola, 12 oz,Soda -> 4 fields: 1|Cola| 12 oz|Soda
#   quote character: "1","Cola, 12 oz","Soda" -> 3 fields: 1|Cola, 12 oz|Soda
#   quote character: "1","TV 42" flat","Video" -> CsvParseException
#   quote character: "1","Shelf 5",6" deep","Home" -> 4 fields: 1|Shelf 5|6" deep"|Home

. "$(dirname -- "$0")/.lib"

jars org.springframework.batch:spring-batch-infrastructure:6.0.4 de.siegmar:fastcsv:4.4.0

java_source <<'EOJ' | as_seen
import de.siegmar.fastcsv.reader.*;
import java.util.List;
import org.springframework.batch.infrastructure.item.file.transform.DelimitedLineAggregator;

class Finding {

    public static void main(String[] args) {
        DelimitedLineAggregator<String[]> aggregator = new DelimitedLineAggregator<>();
        aggregator.setFieldExtractor(fields -> fields);
        show("no quote character", aggregator, "1", "Cola, 12 oz", "Soda");
        aggregator.setQuoteCharacter("\"");
        show("quote character", aggregator, "1", "Cola, 12 oz", "Soda");
        show("quote character", aggregator, "1", "TV 42\" flat", "Video");
        show("quote character", aggregator, "1", "Shelf 5\",6\" deep", "Home");
    }

    static void show(String what, DelimitedLineAggregator<String[]> aggregator, String... fields) {
        String line = aggregator.aggregate(fields);
        System.out.println(what + ": " + line + " -> " + read(line));
    }

    static String read(String line) {
        try {
            List<String> fields = CsvReader.builder().ofCsvRecord(line).stream().findFirst().orElseThrow().getFields();
            return fields.size() + " fields: " + String.join("|", fields);
        } catch (CsvParseException e) {
            return e.getClass().getSimpleName();
        }
    }
}
EOJ
