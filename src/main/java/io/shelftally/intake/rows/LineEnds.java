package io.shelftally.intake.rows;

/**
 * What ends the lines of a text: LF, after a CR or not; or CR, where no line ends in any other way. Quoted line ends are none.
 * Where none is found within the longest record, the text could not be read by LF anyway.
 */
final class LineEnds {

    private static final char LF = '\n';
    private static final char CR = '\r';

    private LineEnds() {}

    /** Looks ahead from the start of the text; most often to the end of its first line. */
    static char of(Utf8Text text, int longest) {
        boolean quoted = false;
        boolean mayOpen = true;
        boolean returned = false;
        int at = 0;
        for (int c = text.peek(at); c >= 0 && at <= longest; c = text.peek(++at)) {
            if (c == '"' && (quoted || mayOpen)) {
                quoted = !quoted;
                mayOpen = !quoted;
            } else {
                mayOpen = !quoted && (c == ',' || c == CR);
            }
            if (c == LF && !quoted) {
                return LF;
            }
            returned |= c == CR && !quoted;
        }
        return returned ? CR : LF;
    }
}
