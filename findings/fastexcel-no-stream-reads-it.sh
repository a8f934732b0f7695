#!/usr/bin/env bash
# A workbook of fastexcel cannot be read as a stream, neither by Java's ZipInputStream nor by exceljs; as a file it can.
#
# Versions: org.dhatim:fastexcel 0.20.2, npm exceljs 4.4.0.
# One would expect that a .xlsx file opens wherever .xlsx files do, whether it is read from the disk or as it comes in.
# The sizes that follow each part in the zip file have 8 bytes, which a ZIP64 field in the part's header should announce, and
# there is none. Who reads the directory at the end of the file does not notice. Who reads from the front takes half of a
# size for the next one: Java fails at the end of the first part, exceljs's WorkbookReader at the header behind it.
#
# Seen on 2026-11-28:
#   Java's ZipFile: 9 parts
#   Java's ZipInputStream: invalid entry size (expected 0 but got 972 bytes)
#   exceljs, the file: 00012000042737
#   exceljs, as a stream: invalid signature: 0x3cc

. "$(dirname -- "$0")/.lib"

jars org.dhatim:fastexcel:0.20.2
packages exceljs@4.4.0

{
    java_source <<'EOJ'
import java.io.*;
import java.util.zip.*;
import org.dhatim.fastexcel.*;

class Finding {

    public static void main(String[] args) throws IOException {
        File file = new File("book.xlsx");
        try (OutputStream out = new FileOutputStream(file);
                Workbook workbook = new Workbook(out, "finding", "1.0")) {
            workbook.newWorksheet("items").value(0, 0, "00012000042737");
        }
        try (ZipFile zip = new ZipFile(file)) {
            System.out.println("Java's ZipFile: " + zip.size() + " parts");
        }
        try (ZipInputStream zip = new ZipInputStream(new FileInputStream(file))) {
            int parts = 0;
            while (zip.getNextEntry() != null) {
                parts++;
            }
            System.out.println("Java's ZipInputStream: " + parts + " parts");
        } catch (ZipException e) {
            System.out.println("Java's ZipInputStream: " + e.getMessage());
        }
    }
}
EOJ

    node_source <<'EOJ'
const { Workbook, stream } = require("exceljs");

async function main() {
  const workbook = new Workbook();
  await workbook.xlsx.readFile("book.xlsx");
  console.log(`exceljs, the file: ${workbook.worksheets[0].getCell("A1").value}`);
  try {
    for await (const sheet of new stream.xlsx.WorkbookReader("book.xlsx")) {
      for await (const row of sheet) {
        console.log(`exceljs, as a stream: ${row.getCell(1).value}`);
      }
    }
  } catch (error) {
    console.log(`exceljs, as a stream: ${error.message}`);
  }
}

main();
EOJ
} | as_seen
