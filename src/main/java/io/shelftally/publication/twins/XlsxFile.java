package io.shelftally.publication.twins;

import io.shelftally.publication.export.HashedOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * An Office Open XML workbook (ECMA-376, part 1, 18.2), zipped with no time in it: the same rows have the same bytes. What
 * tells of the sheets stands before them, for those who read the file as it comes.
 */
final class XlsxFile {

    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** The cells' formats, as {@link SheetCell} counts them: general, the header, text, integers, dates. */
    static final String STYLES = XML + """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>\
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
            <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
            <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""";

    private static final String RELATIONSHIPS =
            XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    private static final String RELATIONSHIP = "<Relationship Id=\"rId%s\""
            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>";
    private static final String TYPE =
            "<Override PartName=\"/xl/%s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>";

    /** Not the first moment that a zip file can tell: for that one the JDK writes another, in the machine's zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int BUFFER_BYTES = 1 << 16;

    private final List<? extends Sheet<?>> sheets;
    private final ZipOutputStream zip;

    private XlsxFile(List<? extends Sheet<?>> sheets, ZipOutputStream zip) {
        this.sheets = sheets;
        this.zip = zip;
    }

    /** @param draft a zip file of the sheets' rows, each by the name of its sheet */
    static TwinFile write(Path path, List<? extends Sheet<?>> sheets, Path draft) throws IOException {
        HashedOutput out = new HashedOutput(path);
        try (out;
                ZipFile rows = new ZipFile(draft.toFile());
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER_BYTES))) {
            XlsxFile file = new XlsxFile(sheets, zip);
            file.writeWorkbook();
            file.writeSheets(rows);
        }
        return new TwinFile(path.getFileName().toString(), out.bytes(), out.sha256());
    }

    private void writeWorkbook() throws IOException {
        write("[Content_Types].xml", types());
        write(
                "_rels/.rels",
                RELATIONSHIPS + String.format(Locale.ROOT, RELATIONSHIP, 1, "officeDocument", "xl/workbook.xml")
                        + "</Relationships>");
        write("xl/workbook.xml", workbook());
        write("xl/_rels/workbook.xml.rels", relationships());
        write("xl/styles.xml", STYLES);
    }

    private void writeSheets(ZipFile rows) throws IOException {
        for (int at = 0; at < sheets.size(); at++) {
            Sheet<?> sheet = sheets.get(at);
            begin("xl/" + part(at) + ".xml");
            write(sheet.beginning());
            try (InputStream content = rows.getInputStream(rows.getEntry(sheet.name()))) {
                content.transferTo(zip);
            }
            write(sheet.end());
            zip.closeEntry();
        }
    }

    private static String part(int sheet) {
        return "worksheets/sheet" + (sheet + 1);
    }

    private String types() {
        return XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + String.format(Locale.ROOT, TYPE, "workbook", "sheet.main")
                + String.format(Locale.ROOT, TYPE, "styles", "styles")
                + each(at -> String.format(Locale.ROOT, TYPE, part(at), "worksheet"))
                + "</Types>";
    }

    /** Excel finds the range of a filter by a hidden name. */
    private String workbook() {
        return XML + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                + "<bookViews><workbookView/></bookViews><sheets>"
                + each(at -> String.format(
                        Locale.ROOT,
                        "<sheet name=\"%1$s\" sheetId=\"%2$s\" r:id=\"rId%2$s\"/>",
                        sheets.get(at).name(),
                        at + 1))
                + "</sheets><definedNames>"
                + each(at -> String.format(
                        Locale.ROOT,
                        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"%s\" hidden=\"1\">'%s'!%s</definedName>",
                        at,
                        sheets.get(at).name(),
                        sheets.get(at).absoluteRange()))
                + "</definedNames></workbook>";
    }

    private String relationships() {
        return RELATIONSHIPS
                + each(at -> String.format(Locale.ROOT, RELATIONSHIP, at + 1, "worksheet", part(at) + ".xml"))
                + String.format(Locale.ROOT, RELATIONSHIP, sheets.size() + 1, "styles", "styles.xml")
                + "</Relationships>";
    }

    private String each(IntFunction<String> xml) {
        return IntStream.range(0, sheets.size()).mapToObj(xml).collect(Collectors.joining());
    }

    private void write(String name, String content) throws IOException {
        begin(name);
        write(content);
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
