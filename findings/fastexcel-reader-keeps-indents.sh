#!/usr/bin/env bash
# fastexcel-reader takes the line ends by which a worksheet's XML is indented for a part of an inline text.
#
# Versions: org.dhatim:fastexcel-reader 0.20.2, npm xlsx 0.18.5, npm exceljs 4.4.0.
# One would expect that the text of a cell is that of its element <t>, and that white space between elements means nothing,
# as SheetJS and exceljs have it.
# Of an inline text, everything within <is> is taken: the same workbook, its XML indented, gives "\nCola\n". Codes so read
# match none of a list's.
#
# Seen on 2026-11-28:
#   plain.xlsx, <is><t>Cola</t></is>: fastexcel-reader "Cola"
#   indented.xlsx, <is>(line end)<t>Cola</t>(line end)</is>: fastexcel-reader "(line end)Cola(line end)"
#   plain.xlsx: SheetJS "Cola", exceljs "Cola"
#   indented.xlsx: SheetJS "Cola", exceljs "Cola"

. "$(dirname -- "$0")/.lib"

jars org.dhatim:fastexcel-reader:0.20.2
packages xlsx@0.18.5 exceljs@4.4.0

{
    java_source <<'EOJ'
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.zip.*;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

class Finding {

    static final String OOXML = "http://schemas.openxmlformats.org/";

    public static void main(String[] args) throws IOException {
        show("plain.xlsx", "<is><t>Cola</t></is>");
        show("indented.xlsx", "<is>\n<t>Cola</t>\n</is>");
    }

    static void show(String file, String text) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new FileOutputStream(file))) {
            String part = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            put(zip, "[Content_Types].xml", "<Types xmlns='" + OOXML + "package/2006/content-types'>"
                    + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                    + "<Override PartName='/xl/workbook.xml' ContentType='" + part + "sheet.main+xml'/>"
                    + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + part + "worksheet+xml'/></Types>");
            put(zip, "_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
            put(zip, "xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
            put(zip, "xl/workbook.xml", "<workbook xmlns='" + OOXML + "spreadsheetml/2006/main' xmlns:r='" + OOXML
                    + "officeDocument/2006/relationships'><sheets><sheet name='items' sheetId='1' r:id='r1'/></sheets></workbook>");
            put(zip, "xl/worksheets/sheet1.xml", "<worksheet xmlns='" + OOXML + "spreadsheetml/2006/main'><sheetData>"
                    + "<row r='1'><c r='A1' t='inlineStr'>" + text + "</c></row></sheetData></worksheet>");
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new File(file))) {
            String read = workbook.getFirstSheet().read().get(0).getCellText(0);
            System.out.println((file + ", " + text + ": fastexcel-reader \"" + read + "\"").replace("\n", "(line end)"));
        }
    }

    static String relationship(String type, String target) {
        return "<Relationships xmlns='" + OOXML + "package/2006/relationships'><Relationship Id='r1' Type='" + OOXML
                + "officeDocument/2006/relationships/" + type + "' Target='" + target + "'/></Relationships>";
    }

    static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version='1.0' encoding='UTF-8'?>" + xml).getBytes(StandardCharsets.UTF_8));
    }
}
EOJ

    node_source <<'EOJ'
const xlsx = require("xlsx");
const { Workbook } = require("exceljs");

async function main() {
  for (const file of ["plain.xlsx", "indented.xlsx"]) {
    const workbook = new Workbook();
    await workbook.xlsx.readFile(file);
    const text = JSON.stringify(workbook.worksheets[0].getCell("A1").value);
    console.log(`${file}: SheetJS ${JSON.stringify(xlsx.readFile(file).Sheets.items.A1.v)}, exceljs ${text}`);
  }
}

main();
EOJ
} | as_seen
