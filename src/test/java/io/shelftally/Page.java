package io.shelftally;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A report page, parsed: it closes all it opens, but for the elements that HTML leaves open. */
public final class Page {

    private final Document document;

    private Page(Document document) {
        this.document = document;
    }

    /** Reads a page; throws if it is not well-formed. Characters that XML has not are replaced first. */
    public static Page parse(String html) throws Exception {
        String xml = html.replace("<!DOCTYPE html>", "")
                .replaceAll("<((?:meta|link) [^>]*|wbr)>", "<$1/>")
                .replaceAll("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
        return new Page(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml.strip()))));
    }

    public Document document() {
        return document;
    }

    /** Every element in order, with the names of its attributes: all that is markup and no text. */
    public List<String> skeleton() {
        NodeList elements = document.getElementsByTagName("*");
        List<String> skeleton = new ArrayList<>();
        for (int at = 0; at < elements.getLength(); at++) {
            Element element = (Element) elements.item(at);
            NamedNodeMap attributes = element.getAttributes();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                names.add(attributes.item(i).getNodeName());
            }
            skeleton.add(element.getTagName() + names);
        }
        return skeleton;
    }

    /** What its links lead to. */
    public List<String> links() {
        NodeList elements = document.getElementsByTagName("a");
        List<String> links = new ArrayList<>();
        for (int at = 0; at < elements.getLength(); at++) {
            links.add(((Element) elements.item(at)).getAttribute("href"));
        }
        return links;
    }

    public String text() {
        return document.getDocumentElement().getTextContent();
    }
}
