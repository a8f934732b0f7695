#!/usr/bin/env bash
# Each sheet of fastexcel says that it is the one cell A1, and a streaming reader of the Apache POI kind believes it.
#
# Versions: org.dhatim:fastexcel 0.20.2, com.github.pjfanning:excel-streaming-reader 5.0.3.
# One would expect that a sheet's <dimension>, if it has one, covers its cells; the element may be left out.
# fastexcel writes <dimension ref="A1"/> before it knows the cells. Readers that stream take the size of a sheet from there:
# getLastRowNum() is 0 for a sheet of 1,000 rows, so that a loop up to it ends after the header. Iterating gives all rows.
#
# Seen on 2026-11-28:
#   in the file: <dimension ref="A1"/>
#   getLastRowNum(): 0, rows by iterating: 1000

. "$(dirname -- "$0")/.lib"

jars org.dhatim:fastexcel:0.20.2 com.github.pjfanning:excel-streaming-reader:5.0.3

java_source <<'EOJ' | as_seen
import com.github.pjfanning.xlsx.StreamingReader;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.*;

class Finding {

    public static void main(String[] args) throws IOException {
        System.setProperty("log4j2.StatusLogger.level", "OFF");
        File file = new File("book.xlsx");
        try (OutputStream out = new FileOutputStream(file);
                org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "finding", "1.0")) {
            org.dhatim.fastexcel.Worksheet sheet = workbook.newWorksheet("items");
            for (int row = 0; row < 1000; row++) {
                sheet.value(row, 0, "00012000042737");
                sheet.value(row, 1, row);
            }
        }
        try (ZipFile zip = new ZipFile(file)) {
            InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
            System.out.println("in the file: "
                    + new String(sheet.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s).*(<dimension[^>]*>).*", "$1"));
        }
        try (Workbook workbook = StreamingReader.builder().open(file)) {
            Sheet sheet = workbook.getSheetAt(0);
            int rows = 0;
            for (Row row : sheet) {
                rows++;
            }
            System.out.println("getLastRowNum(): " + sheet.getLastRowNum() + ", rows by iterating: " + rows);
        }
    }
}
EOJ
