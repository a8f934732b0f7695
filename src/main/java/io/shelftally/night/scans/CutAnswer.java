package io.shelftally.night.scans;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An answer whose product lists are cut out, because they are nearly all of it and their lines are known:
 *
 * <ol>
 *   <li>Each list is read line by line, by {@link KnownLines}; one with anything but objects stays where it is.
 *   <li>In its place a text is left that no vendor can send, since part of it is drawn by each start.
 *   <li>What is left is JSON if and only if the answer was, and small.
 * </ol>
 *
 * @param rest the answer without the lists
 * @param newJson bytes of the lines that were not known before
 */
@SuppressWarnings("ArrayRecordComponent") // read once, and never compared
record CutAnswer(byte[] rest, List<List<ProductLine>> lists, long newJson) {

    private static final String NAME = "\"" + ReportAnswer.LIST + "\"";
    private static final String MARK = "list " + UUID.randomUUID() + " ";

    static CutAnswer of(byte[] body, KnownLines known) {
        return new Cutter(body, known, true).cut();
    }

    /** The same with lists that seem empty. */
    static CutAnswer outline(byte[] body, KnownLines known) {
        return new Cutter(body, known, false).cut();
    }

    static CutAnswer uncut(byte[] body) {
        return new CutAnswer(body, List.of(), 0);
    }

    /** The list that a mark stands for; empty if the value is no mark. */
    Optional<List<ProductLine>> list(JsonNode value) {
        return value.isString() && value.stringValue().startsWith(MARK)
                ? Optional.of(lists.get(Integer.parseInt(value.stringValue().substring(MARK.length()))))
                : Optional.empty();
    }

    private static final class Cutter {

        private final byte[] body;
        private final String text;
        private final KnownLines known;
        private final boolean keeps;
        private final ByteArrayOutputStream rest = new ByteArrayOutputStream(1024);
        private final List<List<ProductLine>> lists = new ArrayList<>();
        private long newJson;

        Cutter(byte[] body, KnownLines known, boolean keeps) {
            this.body = body;
            this.text = new String(body, ISO_8859_1);
            this.known = known;
            this.keeps = keeps;
        }

        CutAnswer cut() {
            int kept = 0;
            for (int name = text.indexOf(NAME); name >= 0; name = text.indexOf(NAME, name + 1)) {
                int open = opening(name + NAME.length());
                List<ProductLine> lines = new ArrayList<>();
                int close = read(open, lines);
                if (close >= 0) {
                    rest.write(body, kept, open - kept);
                    rest.writeBytes(("\"" + MARK + lists.size() + "\"").getBytes(ISO_8859_1));
                    lists.add(lines);
                    kept = close + 1;
                    name = close;
                }
            }
            rest.write(body, kept, body.length - kept);
            return new CutAnswer(rest.toByteArray(), lists, newJson);
        }

        /** The place of the bracket that opens the list, or of what stands there. */
        private int opening(int behindName) {
            int colon = behindSpace(behindName);
            return isAt(':', colon) ? behindSpace(colon + 1) : body.length;
        }

        /** Returns the place of the bracket that closes it; -1 if it is no list of objects. */
        private int read(int open, List<ProductLine> lines) {
            if (!isAt('[', open)) {
                return -1;
            }
            int at = behindSpace(open + 1);
            if (isAt(']', at)) {
                return at;
            }
            while (isAt('{', at)) {
                KnownLines.Found found = known.at(body, text, at);
                if (found == null) {
                    return -1;
                }
                if (keeps) {
                    lines.add(found.line());
                }
                newJson += found.isNew() ? found.end() - at : 0;
                at = behindSpace(found.end());
                if (isAt(']', at)) {
                    return at;
                }
                at = isAt(',', at) ? behindSpace(at + 1) : body.length;
            }
            return -1;
        }

        private int behindSpace(int from) {
            int at = from;
            while (isAt(' ', at) || isAt('\n', at) || isAt('\r', at) || isAt('\t', at)) {
                at++;
            }
            return at;
        }

        private boolean isAt(char wanted, int at) {
            return at < body.length && body[at] == wanted;
        }
    }
}
