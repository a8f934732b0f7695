package io.shelftally.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A parser of outside data.
 *
 * @param seeds honest inputs, which are changed a little or a lot
 * @param words that mean something to the parser
 * @param check throws if the parser fails in a way that is not documented, or gives what cannot be
 */
public record FuzzTarget(String name, List<String> seeds, List<String> words, Check check) {

    /** What words mean something in every JSON. */
    public static final List<String> JSON = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\\",
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "0",
            "-1",
            "-0.0",
            "1e9",
            "1e400",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890",
            "\\u0000",
            "\\ud800",
            "\\udc00",
            "\uFEFF",
            "\"a\":1,\"a\":2",
            "{\"a\":{\"a\":{\"a\":[[[[",
            " ",
            "\n");

    /** What is done with an input. */
    @FunctionalInterface
    public interface Check {
        void accept(byte[] input) throws Exception;
    }

    /** A parser of text, to which bytes that are no UTF-8 come as replacement characters. */
    public static FuzzTarget ofText(String name, List<String> seeds, List<String> words, TextCheck check) {
        return new FuzzTarget(name, seeds, words, input -> check.accept(new String(input, StandardCharsets.UTF_8)));
    }

    /** What is done with a text. */
    @FunctionalInterface
    public interface TextCheck {
        void accept(String text) throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }
}
