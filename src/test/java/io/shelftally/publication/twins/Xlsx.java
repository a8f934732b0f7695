package io.shelftally.publication.twins;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A spreadsheet, looked into. */
final class Xlsx {

    private Xlsx() {}

    static String part(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The rows of the first sheet under the names of its first one, whatever program wrote it; empty cells are left out. */
    static List<Map<String, Object>> rows(Path file) throws IOException {
        List<String> shared = elements(file, "xl/sharedStrings.xml", "si").stream()
                .map(Element::getTextContent)
                .toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, Object> names = new LinkedHashMap<>();
        for (Element row : elements(file, "xl/worksheets/sheet1.xml", "row")) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (Element cell : children(row, "c")) {
                String letters = cell.getAttribute("r").replaceAll("[0-9]", "");
                value(cell, shared)
                        .forEach(value -> cells.put(String.valueOf(names.getOrDefault(letters, letters)), value));
            }
            if (names.isEmpty()) {
                names.putAll(cells);
            } else {
                rows.add(cells);
            }
        }
        return rows;
    }

    private static List<Object> value(Element cell, List<String> shared) {
        String text = String.join(
                "", children(cell, "v").stream().map(Element::getTextContent).toList());
        return switch (cell.getAttribute("t")) {
            case "inlineStr" ->
                List.copyOf(children(cell, "t").stream()
                        .map(Element::getTextContent)
                        .toList());
            case "s" -> List.of(shared.get(Integer.parseInt(text)));
            case "b" -> List.of(text.equals("1"));
            case "str" -> List.of(text);
            default -> text.isEmpty() ? List.of() : List.of(new BigDecimal(text));
        };
    }

    private static List<Element> elements(Path file, String part, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(part);
            if (entry == null) {
                return List.of();
            }
            return children(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(zip.getInputStream(entry))
                            .getDocumentElement(),
                    name);
        } catch (Exception e) {
            throw new IOException(file + " " + part, e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }
}
