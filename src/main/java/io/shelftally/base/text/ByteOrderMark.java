package io.shelftally.base.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What some editors write in front of UTF-8 text; it is none of the text. */
public final class ByteOrderMark {

    private static final char MARK = '\uFEFF';

    private ByteOrderMark() {}

    /** To be asked of the first character of a text alone: anywhere else it is a character like others. */
    public static boolean is(char first) {
        return first == MARK;
    }

    /**
     * The lines of a small file behind it.
     *
     * @throws CharacterCodingException if the file is not UTF-8
     */
    public static List<String> linesBehind(Path file) throws IOException {
        String text = Files.readString(file);
        return (!text.isEmpty() && is(text.charAt(0)) ? text.substring(1) : text)
                .lines()
                .toList();
    }
}
