package io.shelftally.intake.rows;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * Cuts CSV text into records and knows the line of each; the fields are opencsv's business.
 *
 * <ol>
 *   <li>A record ends at LF or CRLF outside quotes, or with the text; a lone CR is an ordinary character, but for a text
 *       whose only line ends are such ({@link LineEnds}).
 *   <li>A quote opens a quoted field only as its first character (RFC 4180, section 2); elsewhere in an unquoted field
 *       it is an ordinary character, and is doubled for the parser.
 *   <li>White space between a closing quote and the next comma or line end is kept from the parser.
 *   <li>Other text after a closing quote tears the row. Where that quoted field runs over several lines, its quote was
 *       closed by one that belongs to a later row: it is taken as a quote that never closes, so that no rows are
 *       swallowed unseen.
 * </ol>
 */
final class RecordSplitter {

    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        CLOSED,
        PADDED
    }

    /**
     * A record that is not blank.
     *
     * @param line its first, from 1
     * @param raw as it came, without the line end
     * @param text for the parser of fields
     */
    record Piece(long line, String raw, String text, boolean torn) {}

    private final FileTrouble trouble;
    private final Utf8Text input;
    private final int longest;
    private final char lineEnd;
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private State state = State.FIELD_START;
    private boolean torn;
    private long line = 1;
    private long firstLine;
    private long quoteLine;

    RecordSplitter(FileTrouble trouble, Utf8Text input, int longest) {
        this.trouble = trouble;
        this.input = input;
        this.longest = longest;
        this.lineEnd = LineEnds.of(input, longest);
    }

    Optional<Piece> next() {
        while (readRecord()) {
            if (!WhiteSpace.isAll(raw)) {
                return Optional.of(new Piece(firstLine, raw.toString(), text.toString(), torn));
            }
        }
        return Optional.empty();
    }

    private boolean readRecord() {
        raw.setLength(0);
        text.setLength(0);
        torn = false;
        state = State.FIELD_START;
        firstLine = line;
        for (int c = read(); c >= 0; c = read()) {
            if (c == lineEnd && state != State.QUOTED) {
                line++;
                dropCarriageReturn();
                return true;
            }
            take((char) c);
        }
        if (state == State.QUOTED) {
            throw trouble.openQuote(quoteLine, "never closes");
        }
        return !raw.isEmpty();
    }

    private int read() {
        try {
            return input.read();
        } catch (CharacterCodingException e) {
            throw trouble.notUtf8(line);
        } catch (IOException e) {
            throw trouble.stopped(line, e);
        }
    }

    private void take(char c) {
        if (raw.length() == longest) {
            throw state == State.QUOTED
                    ? trouble.openQuote(quoteLine, "does not close within " + longest + " characters")
                    : trouble.tooLong(firstLine, longest);
        }
        raw.append(c);
        if (c == lineEnd) {
            line++;
        }
        if (c == '"' && state == State.UNQUOTED) {
            text.append(c);
        }
        state = stateAfter(c);
        if (state != State.PADDED) {
            text.append(c);
        }
    }

    private State stateAfter(char c) {
        return switch (state) {
            case FIELD_START -> c == '"' ? opened() : unquoted(c);
            case UNQUOTED -> unquoted(c);
            case QUOTED -> c == '"' ? State.CLOSED : State.QUOTED;
            case CLOSED -> c == '"' ? State.QUOTED : closed(c);
            case PADDED -> closed(c);
        };
    }

    private State opened() {
        quoteLine = line;
        return State.QUOTED;
    }

    private static State unquoted(char c) {
        return c == ',' ? State.FIELD_START : State.UNQUOTED;
    }

    private State closed(char c) {
        if (c == ',') {
            return State.FIELD_START;
        }
        if (WhiteSpace.is(c)) {
            return State.PADDED;
        }
        if (line > quoteLine) {
            throw trouble.openQuote(quoteLine, "closes only on line " + line + ", where other text follows");
        }
        torn = true;
        return State.UNQUOTED;
    }

    private void dropCarriageReturn() {
        int last = raw.length() - 1;
        if (last >= 0 && raw.charAt(last) == '\r') {
            raw.setLength(last);
            if (state == State.UNQUOTED) {
                text.setLength(text.length() - 1);
            }
        }
    }
}
